import type { Id, Micros } from '../topology/types.ts';
import type { Exchange } from './exchange.ts';
import { ANSWER, CONNECTED, DATA, HANGUP, type PacketFate, REFUSED, RESET, SYN } from './network.ts';
import type { Request } from './request.ts';
import type { Ruling, RulingName } from './ruling.ts';

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
  /** what a TLS handshake adds to the way of a question */
  readonly handshake: Micros;
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

/** A packet that repeats a question over and over is written down so often and no more. */
const MOST_PACKETS = 500;

/** The way of one request through the site: every packet, and what was decided about it. */
export class RequestTrace {
  readonly packets: Packet[] = [];
  readonly rulings: Ruling[] = [];
  /** status, `refused`, `reset`, `client-timeout`, `dns`, `tls`; undefined: it is not decided yet */
  outcome: string | undefined = undefined;
  /** when its user had that outcome */
  ended: Micros | undefined = undefined;
  /** its number, from 1 in the order of their start */
  readonly number: number;
  readonly client: number;
  readonly write: boolean;
  readonly start: Micros;
  private readonly connections: Exchange[] = [];

  constructor({ id, client, write, start }: Pick<Request, 'id' | 'client' | 'write' | 'start'>) {
    this.number = id;
    this.client = client;
    this.write = write;
    this.start = start;
  }

  packet(fate: PacketFate, kind: number, exchange: Exchange, now: Micros): void {
    const what = NAMES.get(kind);
    if (what === undefined) return;
    const connection = this.numberOf(exchange);
    if (fate === 'arrived') this.arrived(what, connection, now);
    else if (this.packets.length < MOST_PACKETS) {
      const lost = fate === 'lost';
      const status = exchange.status === 0 ? undefined : exchange.status;
      const handshake = what === 'ask' ? exchange.handshake : 0;
      const ends = endsOf(what, exchange);
      this.packets.push({
        ...ends,
        what,
        connection,
        left: now,
        arrived: undefined,
        lost,
        status,
        handshake,
      });
    }
  }

  ruled(by: Id, name: RulingName, about: Id | undefined, at: Micros): void {
    if (this.rulings.length < MOST_PACKETS) this.rulings.push({ at, by, name, about });
  }

  private numberOf(exchange: Exchange): number {
    const known = this.connections.indexOf(exchange);
    return known >= 0 ? known : this.connections.push(exchange) - 1;
  }

  private arrived(what: PacketName, connection: number, now: Micros): void {
    const packet = this.packets.findLast(
      (sent) => sent.what === what && sent.connection === connection && !sent.lost,
    );
    if (packet !== undefined && packet.arrived === undefined) packet.arrived = now;
  }
}

function endsOf(what: PacketName, { caller, callee }: Exchange): Pick<Packet, 'from' | 'to'> {
  const asker = callerId(caller);
  const outward = what === 'connect' || what === 'ask' || what === 'hang-up';
  return outward ? { from: asker, to: callee.id } : { from: callee.id, to: asker };
}

/** A process has an id; the users are all one. */
function callerId(caller: Exchange['caller']): Id | 'users' {
  return 'id' in caller && typeof caller.id === 'string' ? caller.id : 'users';
}
