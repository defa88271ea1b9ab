/** The way of one request of a run that is talked to: `slowest`, `failed` (the newest), `oldest`, `next`, or its number. */
import { followWords } from '../../messages/follow.ts';
import type { RequestTrace } from '../../simulator/trace.ts';
import { followed } from '../../story/request/followed.ts';
import { retrace } from '../../story/request/retrace.ts';
import { addInTime, type StoryLine } from '../../story/story.ts';
import { folded } from '../prose.ts';
import { storyLines } from '../run-summary.ts';
import { waterfallLines } from '../waterfall.ts';
import type { Bench } from './bench.ts';
import { oneSecond } from './time.ts';

export function follow(bench: Bench, which: string): void {
  const { sampler } = bench;
  switch (which) {
    case 'slowest':
      return tellRequest(bench, sampler.slowest, followWords.none.slowest);
    case 'failed':
      return tellRequest(bench, sampler.lastFailed, followWords.none.failed);
    case 'oldest':
      return tellRequest(bench, sampler.oldest, followWords.none.oldest);
    case 'next':
      return followNext(bench);
  }
  const { simulation } = bench.told;
  const number = /^[1-9]\d{0,8}$/.test(which) ? Number(which) : undefined;
  if (number === undefined) return bench.say(folded(followWords.notKnown(which), bench.width));
  const begun = simulation.requestsStarted;
  const trace = number <= begun ? retrace(simulation, number) : undefined;
  tellRequest(bench, trace, followWords.notBegun(number, begun));
}

/** Lets time go by until the next request is over. */
function followNext(bench: Bench): void {
  const { sampler } = bench;
  const number = bench.told.simulation.requestsStarted + 1;
  sampler.want(number);
  const most = bench.now + bench.topology.traffic.timeout + oneSecond;
  const fresh: StoryLine[] = [];
  let from = -1;
  while (bench.now < most && bench.now > from && sampler.wanted(number)?.ended === undefined) {
    from = bench.now;
    addInTime(fresh, bench.advance(Math.min(oneSecond / 10, most - bench.now)));
  }
  if (fresh.length > 0) bench.say(storyLines(fresh, bench.width));
  tellRequest(bench, sampler.wanted(number), followWords.none.next);
}

function tellRequest(bench: Bench, trace: RequestTrace | undefined, otherwise: string): void {
  if (trace === undefined) return bench.say(folded(otherwise, bench.width));
  bench.say(waterfallLines(followed(trace, bench.now, bench.topology), bench.width, false));
}
