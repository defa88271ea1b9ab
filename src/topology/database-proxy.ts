import type { Component } from './types.ts';

/** A balancer whose servers are databases: it hands on connections of applications, and speaks MySQL as they do. */
export function isDatabaseProxy(component: Component | undefined, components: readonly Component[]): boolean {
  if (component?.kind !== 'load-balancer') return false;
  return component.servers.some(({ id }) =>
    components.some((other) => other.id === id && other.kind === 'database'),
  );
}
