import type { Component, Id } from './types.ts';

/**
 * Can whoever reads along between these two understand what they say? TLS covers the way to a balancer that has it, and
 * the way behind it when it re-encrypts or passes through.
 */
export function isPlainText(componentOf: (id: Id) => Component | undefined, from: Id, to: Id): boolean {
  const [caller, callee] = [componentOf(from), componentOf(to)];
  if (callee?.kind === 'load-balancer' && callee.tls !== undefined) return false;
  if (caller?.kind === 'load-balancer') return caller.tls === undefined || caller.tls.mode === 'terminate';
  return true;
}
