import type { Id, Keepalived, Micros } from '../../topology/types.ts';
import type { Timer } from '../engine/timers.ts';
import type { Reporter, VipLoss } from '../event.ts';
import type { HostRuntime } from '../host.ts';
import { Process, type ProcessWorld } from '../process.ts';
import type { Routes } from '../routes.ts';
import type { VirtualIps } from '../virtual-ips.ts';
import { OneMaster } from './one-master.ts';

const SECOND = 1_000_000;

/** events of keepalived */
const ADVERTISE = 1;
const HEARD = 2;
const MASTER_DOWN = 3;
const SCRIPT = 4;
const ANNOUNCE_AGAIN = 5;

/** keepalived.conf(5): garp_master_delay 5 s, a second round of gratuitous ARPs after taking over */
const SECOND_ANNOUNCEMENT = 5 * SECOND;

/** net.core.rmem_default, 212,992 bytes, holds so many adverts (768 bytes each, as the kernel counts) */
const SOCKET_BUFFER = 277;

interface Advert {
  readonly from: KeepalivedProcess;
  readonly priority: number;
}

/** What keepalived uses of the world. */
export interface KeepalivedWorld extends ProcessWorld {
  readonly routes: Routes;
  readonly vips: VirtualIps;
  readonly report: Reporter;
  process(id: Id): Process;
  keepalivedsOf(vip: Id): readonly KeepalivedProcess[];
}

/** keepalived: a VRRP instance for one virtual IP (version 2, keepalived's default). */
export class KeepalivedProcess extends Process {
  readonly conf: Keepalived;
  vrrp: 'MASTER' | 'BACKUP' | 'FAULT' = 'BACKUP';
  private peers: readonly KeepalivedProcess[] = [];
  private oneMaster: OneMaster;
  private masterDown: Timer | undefined = undefined;
  private nextAdvert: Timer | undefined = undefined;
  private scriptWell = true;
  private scriptCount = 0;
  /** adverts in the socket's buffer, while it hangs */
  private unread = 0;

  declare protected readonly world: KeepalivedWorld;

  constructor(world: KeepalivedWorld, conf: Keepalived, host: HostRuntime) {
    super(world, conf.id, 'keepalived', host);
    this.conf = conf;
    this.oneMaster = new OneMaster(world.clock, world.routes, this);
  }

  get holdsVip(): boolean {
    return this.host.vips.has(this.conf.vip);
  }

  /** It knows that what it watches is dead. */
  get scriptFails(): boolean {
    return !this.scriptWell;
  }

  override onStart(): void {
    const { world, conf } = this;
    // adverts are not looped back to the host that sends them (keepalived: IP_MULTICAST_LOOP 0)
    this.peers = world.keepalivedsOf(conf.vip).filter((peer) => peer.host !== this.host);
    this.oneMaster = new OneMaster(world.clock, world.routes, this);
    this.vrrp = 'BACKUP';
    this.scriptWell = true;
    this.scriptCount = 0;
    // it takes off what an earlier one has left behind
    this.takeOffVip();
    if (conf.trackScript !== undefined) {
      const first = Math.round(world.stream(`${this.id} script`).uniform() * conf.trackScript.interval);
      this.later(first, SCRIPT, undefined);
    }
    this.watchMaster(this.masterDownInterval);
  }

  /** At the beginning the highest priority has the VIP already, and has advertised for some time. */
  beginAsMaster(): void {
    this.vrrp = 'MASTER';
    this.masterDown?.cancel();
    this.host.vips.add(this.conf.vip);
    this.world.vips.begin(this.conf.vip, this.host);
    const first = Math.round(this.world.stream(`${this.id} adverts`).uniform() * this.conf.advertInt);
    this.advertiseAfter(first);
  }

  /** With a track_script its weight counts: a negative one while it fails, a positive one while it is well. */
  get effectivePriority(): number {
    const { priority, trackScript } = this.conf;
    const weight = trackScript?.weight ?? 0;
    const counts = weight < 0 ? !this.scriptWell : this.scriptWell;
    return Math.max(1, Math.min(254, counts ? priority + weight : priority));
  }

  /**
   * The higher priority wins, and of two equal ones the higher primary address (RFC 3768 6.4.3, RFC 5798 6.4.3;
   * keepalived's vrrp_saddr_cmp). No two hosts share an address, so one of two masters always gives way.
   */
  outranks(priority: number, address: number): boolean {
    const own = this.effectivePriority;
    return own === priority ? this.host.address > address : own > priority;
  }

  /** (256 - priority) / 256 s: the higher the priority, the sooner (RFC 3768; keepalived's vrrp.h) */
  private get skew(): Micros {
    return Math.round(((256 - this.effectivePriority) * SECOND) / 256);
  }

  private get masterDownInterval(): Micros {
    return 3 * this.conf.advertInt + this.skew;
  }

  private watchMaster(interval: Micros): void {
    this.masterDown?.cancel();
    this.masterDown = this.timer(interval, MASTER_DOWN, undefined);
  }

  /** An advert has arrived. While it hangs the socket's buffer takes adverts until it is full. */
  override on(kind: number, subject: unknown): void {
    if (this.state !== 'paused') this.unread = 0;
    else if (++this.unread > SOCKET_BUFFER) return;
    super.on(kind, subject);
  }

  protected override happen(kind: number, subject: unknown): void {
    switch (kind) {
      case ADVERTISE:
        if (this.vrrp === 'MASTER') this.advertiseOn();
        return;
      case HEARD:
        return this.heard(subject as Advert);
      case MASTER_DOWN:
        if (this.vrrp === 'BACKUP') this.becomeMaster('no-advert');
        return;
      case SCRIPT:
        return this.runScript();
      case ANNOUNCE_AGAIN:
        if (this.vrrp === 'MASTER') this.announce();
        return;
    }
  }

  // -- adverts -------------------------------------------------------------------------------------------------

  private advertiseOn(): void {
    this.oneMaster.check(this.peers);
    this.send(this.effectivePriority);
    this.advertiseAfter(this.conf.advertInt);
  }

  private advertiseAfter(delay: Micros): void {
    this.nextAdvert?.cancel();
    this.nextAdvert = this.timer(delay, ADVERTISE, undefined);
  }

  private send(priority: number): void {
    const advert: Advert = { from: this, priority };
    for (const peer of this.peers) {
      const delay = this.world.routes.advertDelay(this, peer);
      if (delay !== undefined) this.world.clock.after(delay, peer, HEARD, advert);
    }
  }

  private heard(advert: Advert): void {
    const own = this.effectivePriority;
    if (this.vrrp === 'MASTER') {
      if (this.outranks(advert.priority, advert.from.host.address)) {
        // "received lower priority advert, forcing new election": it shows that it is there
        this.send(own);
        this.announce();
      } else {
        this.vrrp = 'BACKUP';
        const reason = advert.priority > own ? 'higher-priority' : 'higher-address';
        this.dropVip({ reason, of: advert.from.id });
        this.watchMaster(this.masterDownInterval);
      }
    } else if (this.vrrp === 'BACKUP') {
      // equal is enough here: a higher address takes nothing from a master that speaks (RFC 3768 6.4.2)
      if (advert.priority === 0) this.watchMaster(this.skew);
      else if (advert.priority >= own || !this.conf.preempt) this.watchMaster(this.masterDownInterval);
    }
  }

  // -- the virtual IP ------------------------------------------------------------------------------------------

  private becomeMaster(because: 'no-advert'): void {
    this.vrrp = 'MASTER';
    this.masterDown?.cancel();
    this.host.vips.add(this.conf.vip);
    this.world.report({ who: this.id, what: 'takes-vip', about: this.conf.vip, because });
    this.announce();
    this.later(SECOND_ANNOUNCEMENT, ANNOUNCE_AGAIN, undefined);
    this.advertiseOn();
  }

  /** Gratuitous ARP: whoever hears it sends packets for the VIP here from now on. */
  private announce(): void {
    this.world.vips.announce(this.conf.vip, this.host);
  }

  private dropVip(because: VipLoss): void {
    if (!this.takeOffVip()) return;
    this.world.report({ who: this.id, what: 'drops-vip', about: this.conf.vip, because });
  }

  /** Whether it was there; who still sends packets here finds out when its ARP entry ages. */
  private takeOffVip(): boolean {
    if (!this.host.vips.delete(this.conf.vip)) return false;
    this.world.vips.dropped(this.conf.vip, this.host);
    return true;
  }

  // -- track_script --------------------------------------------------------------------------------------------

  private runScript(): void {
    const script = this.conf.trackScript;
    if (script === undefined) return;
    const well = this.world.process(script.watches).exists;
    if (well === this.scriptWell) {
      this.scriptCount = 0;
    } else if (++this.scriptCount >= (well ? script.rise : script.fall)) {
      this.scriptCount = 0;
      const from = this.effectivePriority;
      this.scriptWell = well;
      if (script.weight === 0) this.setFault(!well, script.watches);
      else this.sayPriority(from, script.watches);
    }
    this.later(script.interval, SCRIPT, undefined);
  }

  private sayPriority(from: number, watches: Id): void {
    const to = this.effectivePriority;
    if (from === to) return;
    this.world.report({
      who: this.id,
      what: 'changes-priority',
      about: watches,
      from,
      to,
      finds: this.scriptWell,
    });
  }

  /** Without a weight a failed script is a fault: it says goodbye and waits. */
  private setFault(fault: boolean, watched: string): void {
    if (fault) {
      const wasMaster = this.vrrp === 'MASTER';
      this.vrrp = 'FAULT';
      if (wasMaster) {
        this.send(0);
        this.dropVip({ reason: 'script-failed', watches: watched });
      }
    } else if (this.vrrp === 'FAULT') {
      this.vrrp = 'BACKUP';
      this.watchMaster(this.masterDownInterval);
    }
  }

  /** A clean stop sends an advert of priority 0 and takes the address off the interface. */
  protected override onStop(): void {
    if (this.vrrp === 'MASTER') {
      this.send(0);
      this.dropVip({ reason: 'stopped' });
    }
    this.vrrp = 'BACKUP';
  }

  protected override onDeath(): void {
    // its addresses stay on the interface
  }

  protected override onData(): void {
    // nobody connects to keepalived
  }

  protected override onHangup(): void {
    // nobody connects to keepalived
  }

  override get listening(): boolean {
    return false;
  }

  override busyTime(): number {
    return 0;
  }
}
