import type { Id, Micros } from '../topology/types.ts';
import type { Exchange } from './exchange.ts';
import {
  ANSWER,
  CONNECTED,
  DATA,
  HANGUP,
  type PacketFate,
  type PacketListener,
  REFUSED,
  RESET,
  SYN,
} from './network.ts';

/** What a packet says. */
export type PacketName = 'connect' | 'connected' | 'ask' | 'answer' | 'refuse' | 'reset' | 'hang-up';

/** One packet of one request: when it left, and when it arrived. */
export interface Packet {
  readonly what: PacketName;
  /** connections of this request in the order in which they were opened, from 0 */
  readonly connection: number;
  readonly from: Id | 'users';
  readonly to: Id | 'users';
  readonly left: Micros;
  /** undefined: it was lost, or is on its way */
  arrived: Micros | undefined;
  /** cut off, dropped, or sent to an address that nobody holds; TCP repeats it later as a packet of its own */
  lost: boolean;
  /** HTTP status of an answer */
  readonly status: number | undefined;
}

const NAMES: ReadonlyMap<number, PacketName> = new Map([
  [SYN, 'connect'],
  [CONNECTED, 'connected'],
  [DATA, 'ask'],
  [ANSWER, 'answer'],
  [REFUSED, 'refuse'],
  [RESET, 'reset'],
  [HANGUP, 'hang-up'],
]);

/** Writes down the way of one request through the site, packet by packet. */
export class RequestTrace implements PacketListener {
  readonly packets: Packet[] = [];
  private readonly connections: Exchange[] = [];
  private readonly request: number;
  private readonly now: () => Micros;

  /** @param request its number, from 1 in the order of their start */
  constructor(request: number, now: () => Micros) {
    this.request = request;
    this.now = now;
  }

  packet(fate: PacketFate, kind: number, exchange: Exchange): void {
    if (exchange.request?.id !== this.request) return;
    const what = NAMES.get(kind);
    if (what === undefined) return;
    const connection = this.numberOf(exchange);
    if (fate === 'arrived') this.arrived(what, connection);
    else
      this.packets.push({
        ...this.ends(what, exchange),
        what,
        connection,
        ...this.departure(fate, exchange),
      });
  }

  private departure(fate: PacketFate, { status }: Exchange) {
    return {
      left: this.now(),
      arrived: undefined,
      lost: fate === 'lost',
      status: status === 0 ? undefined : status,
    };
  }

  private ends(what: PacketName, { caller, callee }: Exchange): Pick<Packet, 'from' | 'to'> {
    const asker = callerId(caller);
    const outward = what === 'connect' || what === 'ask' || what === 'hang-up';
    return outward ? { from: asker, to: callee.id } : { from: callee.id, to: asker };
  }

  private numberOf(exchange: Exchange): number {
    const known = this.connections.indexOf(exchange);
    return known >= 0 ? known : this.connections.push(exchange) - 1;
  }

  private arrived(what: PacketName, connection: number): void {
    const packet = this.packets.findLast(
      (sent) => sent.what === what && sent.connection === connection && !sent.lost,
    );
    if (packet !== undefined && packet.arrived === undefined) packet.arrived = this.now();
  }
}

/** A process has an id; the users are all one. */
function callerId(caller: Exchange['caller']): Id | 'users' {
  return 'id' in caller && typeof caller.id === 'string' ? caller.id : 'users';
}
