import { hash } from '../../engine/random.ts';
import type { ServerLine } from '../server-line.ts';
import type { Balance } from './balance.ts';
import { slotsOf } from './static-rr.ts';

/** HAProxy's `source`: a hash of the client's address chooses a slot, so one address always gets one server. */
export class Source implements Balance {
  readonly roundRobinKind = false;
  private readonly servers: readonly ServerLine[];
  private slots: ServerLine[];

  constructor(servers: readonly ServerLine[]) {
    this.servers = servers;
    this.slots = slotsOf(servers);
  }

  changed(): void {
    this.slots = slotsOf(this.servers);
  }

  loadChanged(): void {}

  pick(client: number): ServerLine | undefined {
    if (this.slots.length === 0) return undefined;
    return this.slots[hash(`client ${client}`) % this.slots.length];
  }
}
