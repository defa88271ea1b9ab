/** One request's packets as the moves that are seen of them: who goes where along the drawing's lines, and when. */
import type { Packet, RequestTrace } from '../../../simulator/trace.ts';
import type { Id, Micros } from '../../../topology/types.ts';

export interface Move {
  /** of the connection: who opened it, and to whom */
  readonly caller: Id;
  readonly callee: Id;
  readonly way: 'there' | 'back';
  /** when it begins, in the run's own time */
  readonly at: Micros;
  /** what goes there never arrives: it is lost on the way, or at the end of it by a firewall or a host without power */
  readonly lost: 'on-the-way' | 'at-the-end' | undefined;
}

/**
 * A connection that is opened and the question on it are one move there; its answer, a refusal and a reset are moves
 * back. What TCP repeats is a move of its own each time.
 */
export function movesOf({ packets }: Pick<RequestTrace, 'packets'>): readonly Move[] {
  const there = new Set<number>();
  const moves: Move[] = [];
  for (const [index, packet] of packets.entries()) {
    const { what, connection } = packet;
    switch (what) {
      case 'connect':
      case 'ask':
        if (isRefusal(packets, index)) markDropped(moves, packet);
        else if (packet.lost) moves.push(moveOf(packet, 'there', 'on-the-way'));
        else if (!there.has(connection)) {
          there.add(connection);
          moves.push(moveOf(packet, 'there', undefined));
        }
        break;
      case 'answer':
      case 'refuse':
      case 'reset':
        moves.push(moveOf(packet, 'back', packet.lost ? 'on-the-way' : undefined));
        break;
      default:
        break;
    }
    // what was lost sets out again
    if (packet.lost && what !== 'answer') there.delete(connection);
  }
  return moves;
}

/** A packet that is lost at the very moment at which it arrived: whoever it came to let it fall. */
function isRefusal(packets: readonly Packet[], index: number): boolean {
  const lost = packets[index];
  if (lost === undefined || !lost.lost) return false;
  const before = packets
    .slice(0, index)
    .findLast(({ what, connection }) => what === lost.what && connection === lost.connection);
  return before !== undefined && before.arrived === lost.left && before.left < lost.left;
}

function markDropped(moves: Move[], { connection: _, from, to }: Packet): void {
  const index = moves.findLastIndex(
    ({ caller, callee, way }) => caller === from && callee === to && way === 'there',
  );
  const move = moves[index];
  if (move !== undefined) moves[index] = { ...move, lost: 'at-the-end' };
}

function moveOf({ from, to, left }: Packet, way: Move['way'], lost: Move['lost']): Move {
  return way === 'there'
    ? { caller: from, callee: to, way, at: left, lost }
    : { caller: to, callee: from, way, at: left, lost };
}
