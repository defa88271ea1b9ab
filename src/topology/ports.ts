import type { Component } from './types.ts';

/** Where a component listens: HTTP 80, or 443 with TLS; the application 8080; MySQL 3306. Others listen nowhere. */
export function portOf(component: Component): number | undefined {
  switch (component.kind) {
    case 'load-balancer':
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
