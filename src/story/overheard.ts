/** What a passive reader on a link sees. The model counts messages and has no texts; these are of the kind that pass there. */
import type { WorldView } from '../simulator/view.ts';
import { linksOf } from '../topology/pairs.ts';
import type { Micros, Topology } from '../topology/types.ts';

type Wiretap = WorldView['wiretaps'][number];

export interface Overheard {
  readonly link: string;
  readonly messages: number;
  readonly readable: number;
  /** one of them as it passes by; undefined: none has */
  readonly text: string | undefined;
}

const HTTP = [
  'POST /login  name=ana&password=tulip42',
  'GET /inbox  Cookie: session=9f3c21ab',
  '200 OK  Set-Cookie: session=9f3c21ab',
] as const;

const SQL = [
  "SELECT id, password FROM users WHERE name = 'ana'",
  "UPDATE users SET last_seen = NOW() WHERE name = 'ana'",
] as const;

/** RFC 8446, 5.1: application data, in the version that every record of TLS 1.2 and 1.3 names, then its length. */
const TLS_RECORD = '17 03 03 01';
const BYTES = 8;

/** What each reader who listens now sees at this second. */
export function overheard({ wiretaps, standing, now }: WorldView, topology: Topology): readonly Overheard[] {
  const second = Math.floor(now / 1_000_000);
  return standing.flatMap(({ verb, targets }) => {
    const tap = verb === 'wiretap' ? wiretaps.find(({ link }) => link === targets.join(' ')) : undefined;
    return tap === undefined ? [] : [{ ...tap, text: textOf(tap, second, topology) }];
  });
}

function textOf(tap: Wiretap, second: Micros, topology: Topology): string | undefined {
  if (tap.messages === 0) return undefined;
  if (tap.readable === 0) return ciphertext(second);
  const ends = tap.link.split(' ');
  const isHere = (id: string, host: string) => ends.includes(id) || ends.includes(host);
  const isSql = linksOf(topology)
    .filter(({ from, fromHost, to, toHost }) => isHere(from, fromHost) && isHere(to, toHost))
    .every(({ protocol }) => protocol === 'mysql');
  const texts = isSql ? SQL : HTTP;
  return texts[second % texts.length];
}

/** Bytes that say nothing: another row of them each second. */
function ciphertext(second: number): string {
  const bytes = Array.from({ length: BYTES }, (_, index) => {
    const mixed = Math.imul(second * BYTES + index + 1, 0x9e3779b1) >>> 24;
    return mixed.toString(16).padStart(2, '0');
  });
  return `${TLS_RECORD} ${bytes.join(' ')}`;
}
