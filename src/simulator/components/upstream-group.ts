import type { Id, Micros, Upstream } from '../../topology/types.ts';
import type { Process } from '../process.ts';

const SECOND = 1_000_000;

/** One member of an nginx upstream, as one worker process knows it. */
export class Peer {
  effectiveWeight: number;
  currentWeight = 0;
  fails = 0;
  /** whole seconds of the worker's clock */
  accessed = Number.NEGATIVE_INFINITY;
  checked = Number.NEGATIVE_INFINITY;
  readonly conf: Upstream;
  readonly process: Process;

  constructor(conf: Upstream, process: Process) {
    this.conf = conf;
    this.process = process;
    this.effectiveWeight = conf.weight;
  }
}

/**
 * An nginx upstream as one worker process sees it: smooth weighted round robin, and passive checks. After max_fails
 * failures a member is left out until more than fail_timeout has passed on nginx's clock of whole seconds, so it is
 * tried again 10 to 11 s later with the defaults (nginx 1.22, ngx_http_upstream_module; recorded 10.06 to 10.48 s).
 */
export class UpstreamGroup {
  readonly peers: readonly Peer[];
  private readonly down: ReadonlySet<Id>;
  private readonly clockPhase: Micros;

  /**
   * `down`: members that the configuration takes out of rotation; `clockPhase`: where in its second the worker's
   * clock stands when the run begins, 0..1 s
   */
  constructor(
    members: readonly Upstream[],
    down: ReadonlySet<Id>,
    processOf: (id: Id) => Process,
    clockPhase: Micros,
  ) {
    this.peers = members.map((member) => new Peer(member, processOf(member.id)));
    this.down = down;
    this.clockPhase = clockPhase;
  }

  /** A lone member is never left out (ngx_http_upstream_module, "max_fails"). */
  get single(): boolean {
    return this.peers.length === 1;
  }

  /** The next member for a request that has tried those in `tried`; undefined: "no live upstreams". */
  pick(now: Micros, tried: ReadonlySet<Peer>): Peer | undefined {
    if (this.single) {
      const lone = this.peers[0];
      return lone === undefined || tried.has(lone) ? undefined : lone;
    }
    return this.pickFrom(now, tried, false) ?? this.pickFrom(now, tried, true);
  }

  private pickFrom(now: Micros, tried: ReadonlySet<Peer>, backup: boolean): Peer | undefined {
    const second = this.second(now);
    let best: Peer | undefined;
    let total = 0;
    for (const peer of this.peers) {
      if (peer.conf.backup !== backup || this.down.has(peer.conf.id)) continue;
      if (tried.has(peer) || this.leftOut(peer, second)) continue;
      peer.currentWeight += peer.effectiveWeight;
      total += peer.effectiveWeight;
      if (peer.effectiveWeight < peer.conf.weight) peer.effectiveWeight++;
      if (best === undefined || peer.currentWeight > best.currentWeight) best = peer;
    }
    if (best === undefined) return undefined;
    best.currentWeight -= total;
    if (second - best.checked > best.conf.failTimeout / SECOND) best.checked = second;
    return best;
  }

  private leftOut(peer: Peer, second: number): boolean {
    const { maxFails, failTimeout } = peer.conf;
    return maxFails > 0 && peer.fails >= maxFails && second - peer.checked <= failTimeout / SECOND;
  }

  /** The members that are or were left out at this moment or later, and until when. */
  avoided(since: Micros): { id: Id; until: Micros }[] {
    if (this.single) return [];
    return this.peers.flatMap(({ conf, fails, checked }) => {
      const until = (checked + Math.floor(conf.failTimeout / SECOND) + 1) * SECOND - this.clockPhase;
      return conf.maxFails > 0 && fails >= conf.maxFails && until > since ? [{ id: conf.id, until }] : [];
    });
  }

  failed(now: Micros, peer: Peer): void {
    if (this.single) return;
    const second = this.second(now);
    const { maxFails, weight } = peer.conf;
    peer.fails++;
    peer.accessed = second;
    peer.checked = second;
    if (maxFails > 0)
      peer.effectiveWeight = Math.max(0, peer.effectiveWeight - Math.floor(weight / maxFails));
  }

  succeeded(peer: Peer): void {
    if (peer.accessed < peer.checked) peer.fails = 0;
  }

  private second(now: Micros): number {
    return Math.floor((now + this.clockPhase) / SECOND);
  }
}
