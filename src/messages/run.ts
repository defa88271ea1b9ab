import { plural } from './plural.ts';

/** Words of the summary of a run. */
export const runWords = {
  title: (topology: string, seconds: string, rate: string, seed: number) =>
    `${topology}: ${seconds} at ${rate} requests/s, seed ${seed}`,
  labels: {
    requests: 'requests',
    outcomes: 'outcomes',
    availability: 'availability',
    latency: 'latency',
    writes: 'writes',
    reads: 'reads',
    shares: 'share',
    failed: 'failed',
    answered: 'answered',
  },
  requests: (total: number, ok: number, failed: number, unfinished: number) =>
    `${total}: ${ok} answered, ${failed} failed${unfinished > 0 ? `, ${unfinished} not decided yet` : ''}`,
  latency: (p50: string, p95: string, p99: string, max: string) =>
    `half within ${p50}, 95 % within ${p95}, 99 % within ${p99}, the longest ${max}`,
  /** an error of the program itself */
  broken: (what: string, topology: string, seed: number, seconds: number, faults: readonly string[]) =>
    `the run broke at ${seconds} s: ${what} (topology ${topology}, seed ${seed}, faults [${faults.join(', ')}])`,
  noLatency: 'nothing was answered',
  writes: (acknowledged: number, lost: number) => `${acknowledged} acknowledged, ${lost} of them lost`,
  reads: (total: number, stale: number) => `${total} answered, ${stale} with old data`,
  perSecond: (seconds: number, most: number) =>
    `${seconds === 1 ? 'Second by second' : `Every ${seconds} s`}, by when they were sent; a dot is none, 9 is the most (${most}/s):`,
  monitorSaw: (service: string) => `What ${service} saw, since the sample before`,
  sample: (qps: string, failed: string, p95: string | undefined) =>
    `${qps} requests/s, ${failed} failed${p95 === undefined ? '' : `, 95 % within ${p95}`}`,
  noRequests: 'no request counted by those in sight',
  nothingCounted: 'no counter of requests in sight',
  missing: (down: readonly string[]) => `silent or down: ${down.join(', ')}`,
  moreSamples: (count: number) => `${plural(count, 'more sample')} between; --json has them all`,
  wiretaps: 'What a listener could read',
  overheard: (link: string, messages: number, readable: number) =>
    `between ${link.replace(' ', ' and ')}: ${readable} of ${plural(messages, 'message')}`,
  events: 'What happened',
  noEvents: 'Nothing was marked down, nobody moved, and no user noticed anything.',
  moreLines: (count: number) => `and ${plural(count, 'more line')}; --json has every event`,
  stoppedEarly: (at: string, asked: string) => `Stopped at ${at} of ${asked}.`,
  untilThen: 'What stands here is what happened until then.',
  progress: (at: string, asked: string) => `${at} of ${asked} simulated; Ctrl-C stops and says what there is`,
};
