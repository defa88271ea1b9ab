import { messagesOf } from './language.ts';
import { andList } from './list.ts';

const t = messagesOf('run');

/** Words of the summary of a run. */
export const runWords = {
  title: (topology: string, seconds: string, rate: string, seed: number) =>
    t`${topology}: ${seconds} at ${rate} requests/s, seed ${seed}`,
  labels: {
    requests: t`requests`,
    outcomes: t`outcomes`,
    availability: t`availability`,
    latency: t`latency`,
    writes: t`writes`,
    reads: t`reads`,
    shares: t`share`,
    failed: t`failed`,
    answered: t`answered`,
  },
  requests: (total: number, ok: number, failed: number, unfinished: number) =>
    t`${total}: ${ok} answered, ${failed} failed${unfinished > 0 ? t`, ${unfinished} not decided yet` : ''}`,
  latency: (p50: string, p95: string, p99: string, max: string) =>
    t`half within ${p50}, 95 % within ${p95}, 99 % within ${p99}, the longest ${max}`,
  /** an error of the program itself */
  broken: (what: string, topology: string, seed: number, seconds: number, faults: readonly string[]) =>
    t`the run broke at ${seconds} s: ${what} (topology ${topology}, seed ${seed}, faults [${faults.join(', ')}])`,
  noLatency: t`nothing was answered`,
  writes: (acknowledged: number, lost: number) => t`${acknowledged} acknowledged, ${lost} of them lost`,
  reads: (total: number, stale: number) => t`${total} answered, ${stale} with old data`,
  perSecond: (seconds: number, most: number) =>
    t`${seconds === 1 ? t`Second by second` : t`Every ${seconds} s`}, by when they were sent; a dot is none, 9 is the most (${most}/s):`,
  monitorSaw: (service: string) => t`What ${service} saw, since the sample before`,
  sample: (qps: string, failed: string, p95: string | undefined) =>
    t`${qps} requests/s, ${failed} failed${p95 === undefined ? '' : t`, 95 % within ${p95}`}`,
  noRequests: t`no request counted by those in sight`,
  nothingCounted: t`no counter of requests in sight`,
  missing: (down: readonly string[]) => t`silent or down: ${down.join(', ')}`,
  moreSamples: (count: number) => t`${count} ${['more sample', 'more samples']} between; --json has them all`,
  wiretaps: t`What a listener could read`,
  overheard: (link: string, messages: number, readable: number) =>
    t`between ${andList(link.split(' '))}: ${readable} of ${messages} ${['message', 'messages']}`,
  events: t`What happened`,
  noEvents: t`Nothing was marked down, nobody moved, and no user noticed anything.`,
  moreLines: (count: number) => t`and ${count} ${['more line', 'more lines']}; --json has every event`,
  stoppedEarly: (at: string, asked: string) => t`Stopped at ${at} of ${asked}.`,
  untilThen: t`What stands here is what happened until then.`,
  progress: (at: string, asked: string) =>
    t`${at} of ${asked} simulated; Ctrl-C stops and says what there is`,
};
