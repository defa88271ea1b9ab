import { describe, expect, test } from 'vitest';
import { followWords, stepWords } from '../../src/messages/follow.ts';
import { faultOf } from '../../src/simulator/faults/fault.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import type { TailSampler } from '../../src/simulator/tail-sampler.ts';
import type { RequestTrace } from '../../src/simulator/trace.ts';
import { type FollowedRequest, followed, tookOf } from '../../src/story/request/followed.ts';
import { retrace } from '../../src/story/request/retrace.ts';
import { timed } from '../simulator/play.ts';
import { shippedTopology } from '../ui/simulator/bench.ts';

const SECOND = 1_000_000;

interface Followed {
  readonly simulation: Simulation;
  readonly sampler: TailSampler;
  of(trace: RequestTrace | undefined): FollowedRequest;
}

function run(script: readonly string[], seconds: number, set: readonly string[] = [], wanted = 0): Followed {
  const { topology } = shippedTopology('distributed', set);
  if (topology === undefined) throw new Error('no topology');
  const simulation = new Simulation(topology, { seed: 1 });
  for (const fault of timed(script, topology)) simulation.schedule(fault);
  const sampler = simulation.follow();
  for (let number = 1; number <= wanted; number++) sampler.want(number);
  simulation.advance(seconds * SECOND);
  const of = (trace: RequestTrace | undefined) => {
    if (trace === undefined) throw new Error('nobody was followed');
    return followed(trace, simulation.now, topology);
  };
  return { simulation, sampler, of };
}

const wordsOf = ({ steps }: FollowedRequest) =>
  steps.map((step) => `${'  '.repeat(step.depth)}${stepWords(step)}`);
const decided = (request: FollowedRequest) => followWords.decision(request.decision, request.trace);

describe('a followed request', () => {
  test('is refused by a dead server four times, with a second of turn-around between', () => {
    const { sampler, of } = run(['5s kill web-2'], 10);
    const request = of(sampler.slowest);
    expect(wordsOf(request)).toEqual([
      'user asks for the address',
      'user asks lb-1',
      '  lb-1 is refused by web-2',
      '  lb-1 waits to try again (turn-around)',
      '  lb-1 is refused by web-2',
      '  lb-1 waits to try again (turn-around)',
      '  lb-1 is refused by web-2',
      '  lb-1 waits to try again (turn-around)',
      '  lb-1 is refused by web-2',
      '  lb-1 answers 503',
    ]);
    expect(request.steps[3]?.takes).toBe(SECOND);
    expect(decided(request)).toBe(
      'lb-1 tried web-2 4 times, had no retry left, and answered 503. ' +
        'It spent 3 s on this: lb-1 waits to try again (turn-around). ' +
        'The setting that ruled: lb-1.retries=3. What would help: --set lb-1.redispatch=true.',
    );
  });

  test('goes to another server at once where redispatch allows it', () => {
    const { sampler, of } = run(['5s kill web-2'], 7, ['redispatch=on'], 700);
    const moved = Array.from({ length: 700 }, (_, index) => sampler.wanted(index + 1)).find((trace) =>
      trace?.rulings.some(({ name }) => name === 'goes-elsewhere'),
    );
    const request = of(moved);
    expect(request.trace.outcome).toBe('200');
    expect(decided(request)).toMatch(
      /^lb-1 got nothing from web-2 and went elsewhere\. .*lb-1\.redispatch=true/,
    );
  });

  test('names whoever failed it, not whoever passed the failure on', () => {
    const { sampler, of } = run(['5s kill db-1'], 7);
    const request = of(sampler.firstFailed);
    expect(wordsOf(request)).toContainEqual(expect.stringMatching(/ app-\d is refused by db-1$/));
    expect(decided(request)).toMatch(/^app-\d got nothing from db-1, and had nobody else to ask\./);
  });

  test('waits in the accept queue while every worker is busy', () => {
    const { sampler, of } = run(['1s spike traffic 20'], 4);
    const { decision } = of(sampler.slowest);
    expect(decision.longest).toMatchObject({ kind: 'waits' });
    expect(decision.setting).toMatchObject({ field: 'workers', value: '8' });
  });

  test('is taken by nobody where the server hangs', () => {
    const { sampler, of } = run(['1s pause web-2'], 3, [], 200);
    const later = Array.from({ length: 40 }, (_, index) => of(sampler.wanted(150 + index)));
    const stuck = later.filter(({ trace }) => trace.outcome === undefined);
    expect(stuck.length).toBeGreaterThan(10);
    for (const { steps } of stuck) {
      expect(steps.at(-1)).toMatchObject({ kind: 'is-not-taken', who: 'web-2', goesOn: true });
    }
  });

  test('is shown while it still waits', () => {
    const { sampler, of } = run(['5s kill web-2'], 7);
    const request = of(sampler.oldest);
    expect(request.steps.at(-1)).toMatchObject({ kind: 'turns-around', goesOn: true });
    expect(tookOf(request)).toBe(7 * SECOND - request.trace.start);
  });
});

describe('a waterfall', () => {
  test('leaves no time of a request unexplained, and invents none', () => {
    const script = [
      '1s kill web-2',
      '2s start web-2',
      '2.5s slow db-2 20',
      '3s pause app-1',
      '4s resume app-1',
    ];
    const { sampler, of } = run(script, 8, [], 500);
    for (let number = 1; number <= 500; number++) {
      const request = of(sampler.wanted(number));
      const took = tookOf(request);
      let covered = 0;
      for (const { at, takes } of request.steps) {
        // what is over sooner than a packet comes by is no step
        expect(at - covered, `request ${number}: ${wordsOf(request).join('\n')}`).toBeLessThan(100);
        covered = Math.max(covered, at + takes);
      }
      expect(covered).toBeLessThanOrEqual(took);
      if (request.trace.ended !== undefined) expect(took - covered).toBeLessThan(100);
    }
  });

  test('is the same of a request that nobody followed, when the run is made again', () => {
    const { simulation, sampler } = run(['1s kill web-2'], 1.5, [], 300);
    simulation.inject(faultOf('start', ['web-2']));
    simulation.advance(3 * SECOND);
    const again = retrace(simulation, 130);
    expect(again?.packets.length).toBeGreaterThan(4);
    expect(again?.packets).toEqual(sampler.wanted(130)?.packets);
    expect(again?.rulings).toEqual(sampler.wanted(130)?.rulings);
  });
});
