/** The first thing that a learner breaks: one person reads, and the server that answers her is killed. */
import type { RequestSample, SampledRequest } from '../simulator/request-sample.ts';
import type { RequestTrace } from '../simulator/trace.ts';
import { isOk } from '../simulator/users.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Id, Micros, Topology } from '../topology/types.ts';

/** What she does now. */
export interface Reader {
  readonly waits: boolean;
  /** what she has before her is an error */
  readonly seesError: boolean;
  /** requests of hers that failed so far */
  readonly failures: number;
  /** pages that she got so far */
  readonly pages: number;
  /** since when she waits */
  readonly since: Micros;
  /** status or other outcome of what she has before her */
  readonly outcome: string | undefined;
  /** the server that answered her last; undefined: none did */
  readonly server: Id | undefined;
}

/** What became of her, once she reads again. */
export interface FirstOutage {
  readonly server: Id;
  readonly balancer: Id;
  /** her requests that failed, what the first of them got and how long it took; undefined: she noticed nothing */
  readonly hurt: { readonly count: number; readonly outcome: string; readonly took: Micros } | undefined;
  /** from the death to the mark, and how many failed checks it took */
  readonly noticed: { readonly after: Micros; readonly checks: number };
  /** who answers her now */
  readonly heir: Id;
}

export function readerNow({ requests }: RequestSample, topology: Topology): Reader {
  const last = requests.at(-1)?.trace;
  const answered = requests.filter(isAnswered);
  const newest = answered.at(-1);
  const outcome = requests.findLast(({ trace }) => trace.outcome !== undefined)?.trace.outcome;
  return {
    waits: last !== undefined && last.outcome === undefined,
    seesError: outcome !== undefined && !isOk(outcome),
    failures: requests.filter(({ trace }) => trace.outcome !== undefined && !isOk(trace.outcome)).length,
    pages: answered.length,
    since: last?.start ?? 0,
    outcome,
    server: newest === undefined ? undefined : hopTo(newest.trace, topology)?.server,
  };
}

/**
 * @param killedAt when `server` died
 * @returns undefined: it isn't over yet
 */
export function firstOutage(
  { requests }: RequestSample,
  view: WorldView,
  topology: Topology,
  { server, killedAt }: { readonly server: Id; readonly killedAt: Micros },
): FirstOutage | undefined {
  const [mark] = view.events.flatMap((event) =>
    event.what === 'marks-down' && event.about === server && event.t * 1_000_000 >= killedAt ? [event] : [],
  );
  const since = requests.filter(({ trace }) => (trace.ended ?? view.now) >= killedAt);
  const saved = since.find((one) => isAnswered(one) && hopTo(one.trace, topology)?.server !== server);
  const hop = saved === undefined ? undefined : hopTo(saved.trace, topology);
  if (mark === undefined || hop === undefined) return undefined;
  const failed = since.filter((one) => one.trace.outcome !== undefined && !isAnswered(one));
  const [first] = failed;
  return {
    server,
    balancer: mark.who,
    hurt:
      first === undefined
        ? undefined
        : {
            count: failed.length,
            outcome: first.trace.outcome ?? '',
            took: (first.trace.ended ?? view.now) - first.trace.start,
          },
    noticed: { after: Math.round(mark.t * 1_000_000) - killedAt, checks: mark.checks.failed },
    heir: hop.server,
  };
}

function isAnswered({ trace: { outcome } }: SampledRequest): boolean {
  return outcome !== undefined && isOk(outcome);
}

/** The web server that a request was last handed to. */
function hopTo({ packets }: RequestTrace, { components }: Topology): { readonly server: Id } | undefined {
  const servers = new Set(components.flatMap(({ kind, id }) => (kind === 'web-server' ? [id] : [])));
  const packet = packets.findLast(({ what, to }) => what === 'connect' && servers.has(to));
  return packet === undefined ? undefined : { server: packet.to };
}
