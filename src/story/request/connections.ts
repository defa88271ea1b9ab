/** The connections that one request went over, read from its packets. */
import type { Ruling, RulingName } from '../../simulator/ruling.ts';
import type { Packet, RequestTrace } from '../../simulator/trace.ts';
import type { Id, Micros } from '../../topology/types.ts';

/** How a connection ended; `gave-up`: whoever opened it waited no longer. */
export type ConnectionEnd = 'answer' | 'refuse' | 'reset' | 'gave-up';

export interface Connection {
  readonly from: Id | 'users';
  readonly to: Id;
  readonly opened: Micros;
  /** the handshake of TCP was done; undefined: it never was, or the connection was open already */
  readonly connected: Micros | undefined;
  /** the question arrived */
  readonly asked: Micros | undefined;
  /** the answer, or the end, left for whoever had asked */
  readonly answered: Micros | undefined;
  /** it was over for whoever had opened it; undefined: it is not */
  readonly ended: Micros | undefined;
  readonly how: ConnectionEnd | undefined;
  /** HTTP status of the answer */
  readonly status: number | undefined;
  /** packets that were lost, in both directions */
  readonly lost: number;
  readonly handshake: Micros;
}

/** After these whoever decided so has left the connection. */
const LEAVES: ReadonlySet<RulingName> = new Set([
  'connect-timeout',
  'read-timeout',
  'out-of-patience',
  'marked-down',
  'certificate-expired',
]);

/** In the order in which they were opened. */
export function connectionsOf({ packets, rulings }: RequestTrace): readonly Connection[] {
  const numbers = new Set(packets.map(({ connection }) => connection));
  return [...numbers].map((number) =>
    connectionOf(
      packets.filter(({ connection }) => connection === number),
      rulings,
    ),
  );
}

function connectionOf(packets: readonly Packet[], rulings: readonly Ruling[]): Connection {
  const arrived = (what: Packet['what']) =>
    packets.find((packet) => packet.what === what && packet.arrived !== undefined);
  const outward = packets.findLast(({ what }) => what === 'connect' || what === 'ask');
  const from = outward?.from ?? 'users';
  const opened = packets[0]?.left ?? 0;
  const back = arrived('answer') ?? arrived('refuse') ?? arrived('reset');
  const left = packets.find(({ what }) => what === 'hang-up');
  const leaving = rulings.find(({ by, name, at }) => by === from && at >= opened && LEAVES.has(name));
  const gaveUp = left?.left ?? (back === undefined ? leaving?.at : undefined);
  const question = packets.find(({ what }) => what === 'ask');
  return {
    from,
    to: outward?.to ?? from,
    opened,
    connected: arrived('connected')?.arrived,
    asked: arrived('ask')?.arrived,
    answered: back?.left,
    ended: back?.arrived ?? gaveUp,
    how: back !== undefined ? endOf(back.what) : gaveUp === undefined ? undefined : 'gave-up',
    status: back?.what === 'answer' ? back.status : undefined,
    lost: packets.filter(({ lost }) => lost).length,
    handshake: question?.handshake ?? 0,
  };
}

function endOf(what: Packet['what']): ConnectionEnd {
  return what === 'answer' ? 'answer' : what === 'refuse' ? 'refuse' : 'reset';
}
