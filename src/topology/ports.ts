import { isDatabaseProxy } from './database-proxy.ts';
import type { Component } from './types.ts';

/**
 * Where a component listens: HTTP 80, or 443 with TLS; the application 8080; MySQL, and a balancer of databases, 3306.
 * Others listen nowhere.
 */
export function portOf(component: Component, components: readonly Component[]): number | undefined {
  switch (component.kind) {
    case 'load-balancer':
      if (isDatabaseProxy(component, components)) return 3306;
      return component.tls ? 443 : 80;
    case 'web-server':
      return 80;
    case 'app-server':
      return 8080;
    case 'database':
      return 3306;
    default:
      return undefined;
  }
}
