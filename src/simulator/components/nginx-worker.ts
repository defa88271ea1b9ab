import type { ProxyRequest } from './proxy-request.ts';
import type { UpstreamGroup } from './upstream-group.ts';

/** One nginx worker process: a queue for its event loop, its own view of the upstream, its connections. */
export class NginxWorker {
  busy = false;
  /** to callers and to members alike: both count for worker_connections */
  connections = 0;
  readonly waiting: ProxyRequest[] = [];
  readonly upstream: UpstreamGroup;

  constructor(upstream: UpstreamGroup) {
    this.upstream = upstream;
  }
}
