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
  readonly arrived: Micros | undefined;
  /** cut off, dropped, or sent to an address that nobody holds; TCP repeats it later as a packet of its own */
  readonly lost: boolean;
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
const MOST_HEARD = 1000;

/** What was heard of a packet. All requests are followed, and nearly all are forgotten: nothing is made of it before. */
class Heard {
  readonly fate: PacketFate;
  readonly kind: number;
  readonly exchange: Exchange;
  /** whom it went to when it was heard of: a virtual IP moves */
  readonly callee: Id;
  readonly at: Micros;
  readonly status: number;

  constructor(fate: PacketFate, kind: number, exchange: Exchange, at: Micros) {
    this.fate = fate;
    this.kind = kind;
    this.exchange = exchange;
    this.callee = exchange.callee.id;
    this.at = at;
    this.status = exchange.status;
  }
}

/** The way of one request through the site: every packet, and what was decided about it. */
export class RequestTrace {
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
  private readonly heard: Heard[] = [];
  /** how many of them are packets already, for whoever has looked */
  private read = 0;
  private readonly made: Packet[] = [];
  private readonly connections: Exchange[] = [];

  constructor({ id, client, write, start }: Pick<Request, 'id' | 'client' | 'write' | 'start'>) {
    this.number = id;
    this.client = client;
    this.write = write;
    this.start = start;
  }

  packet(fate: PacketFate, kind: number, exchange: Exchange, now: Micros): void {
    if (this.heard.length < MOST_HEARD) this.heard.push(new Heard(fate, kind, exchange, now));
  }

  ruled(by: Id, name: RulingName, about: Id | undefined, at: Micros): void {
    if (this.rulings.length < MOST_HEARD) this.rulings.push({ at, by, name, about });
  }

  /** In the order in which they left. */
  get packets(): readonly Packet[] {
    for (; this.read < this.heard.length; this.read++) this.understand(this.heard[this.read] as Heard);
    return this.made;
  }

  private understand(heard: Heard): void {
    const what = NAMES.get(heard.kind);
    if (what === undefined) return;
    const known = this.connections.indexOf(heard.exchange);
    const connection = known >= 0 ? known : this.connections.push(heard.exchange) - 1;
    if (heard.fate === 'arrived') arrive(this.made, what, connection, heard.at);
    else this.made.push(packetOf(what, connection, heard));
  }
}

function packetOf(what: PacketName, connection: number, heard: Heard): Packet {
  const { fate, exchange, callee, at, status } = heard;
  const asker = callerId(exchange.caller);
  const outward = what === 'connect' || what === 'ask' || what === 'hang-up';
  return {
    what,
    connection,
    from: outward ? asker : callee,
    to: outward ? callee : asker,
    left: at,
    arrived: undefined,
    lost: fate === 'lost',
    status: status === 0 ? undefined : status,
    handshake: what === 'ask' ? exchange.handshake : 0,
  };
}

function arrive(packets: Packet[], what: PacketName, connection: number, at: Micros): void {
  const place = packets.findLastIndex(
    (sent) => sent.what === what && sent.connection === connection && !sent.lost,
  );
  const packet = packets[place];
  if (packet !== undefined && packet.arrived === undefined) packets[place] = { ...packet, arrived: at };
}

/** A process has an id; the users are all one. */
function callerId(caller: Exchange['caller']): Id | 'users' {
  return 'id' in caller && typeof caller.id === 'string' ? caller.id : 'users';
}
