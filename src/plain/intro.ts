/** The first thirty seconds in sentences: Ana reads, her web server is killed, she waits, fails and reads on. */
import { FIRST_SITE } from '../course/first-site.ts';
import { openRun } from '../course/open-run.ts';
import { introWords as words } from '../messages/intro.ts';
import { faultOf } from '../simulator/faults/fault.ts';
import type { RequestSample } from '../simulator/request-sample.ts';
import { type FirstOutage, firstOutage, readerNow } from '../story/first-outage.ts';
import { ToldRun } from '../story/told-run.ts';
import type { Micros } from '../topology/types.ts';
import { folded } from './prose.ts';
import type { Next, Tutor } from './room.ts';

const MOMENT: Micros = 50_000;
/** She has got a page, and has got over the death of a server, long before. */
const LONGEST: Micros = 60_000_000;

export async function introRoom({
  talk,
  openTopology,
  seed,
}: Pick<Tutor, 'talk' | 'openTopology' | 'seed'>): Promise<Next> {
  const map: Next = { screen: 'map' };
  const opened = openRun({ ...FIRST_SITE, rate: undefined, for: undefined, fault: [], seed }, openTopology);
  if ('problems' in opened) {
    talk.say(words.notFound);
    return map;
  }
  const { topology } = opened.run;
  const told = new ToldRun(opened.run);
  const { sample } = told.simulation.follow();
  const server = until(told, () => readerNow(sample, topology).server);
  if (server === undefined) return map;
  const answer = await talk.ask(words.plainAsk(server));
  if (answer === undefined) return 'quit';
  if (answer !== '') return map;
  const killed = { server, killedAt: told.now };
  told.inject(faultOf('kill', [server]));
  const outage = until(told, () => firstOutage(sample, told.view, topology, killed));
  if (outage !== undefined) {
    for (const line of outageLines(outage, sample, killed.killedAt)) talk.say(...folded(line, talk.width));
  }
  return map;
}

/** Lets time pass until there is something; undefined: there was nothing for a minute. */
function until<T>(told: ToldRun, find: () => T | undefined): T | undefined {
  const end = told.now + LONGEST;
  let found = find();
  while (found === undefined && told.now < end) {
    told.advance(told.now + MOMENT);
    told.look();
    found = find();
  }
  return found;
}

/** What she got, click by click, and then what had happened. */
function outageLines(outage: FirstOutage, { requests }: RequestSample, killedAt: Micros): readonly string[] {
  const clicks = requests.flatMap(({ trace: { start, ended, outcome } }) =>
    ended === undefined || outcome === undefined || ended < killedAt
      ? []
      : [words.plainGot(outcome, ended - start)],
  );
  return [words.killed(outage.server), ...clicks, words.readsAgain, '', ...words.happened(outage), ''];
}
