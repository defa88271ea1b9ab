import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { playSpof } from '../../src/plain/spof-game.ts';
import { openTalk } from '../../src/plain/talk.ts';
import { type Failure, type FailureOutcome, failuresOf } from '../../src/simulator/spof.ts';
import { boxesOf, linksThatStop, scoreOf, verdictsOf, whyOfBox } from '../../src/story/spof-game.ts';
import type { FailParts } from '../../src/workers/fail-parts.ts';
import { shipped } from '../ui/simulator/bench.ts';

const topology = shipped('distributed');

/** What the simulator finds of this site, as far as the game is about it; the search itself has tests of its own. */
function outcomeOf({ component }: Failure): FailureOutcome {
  const success = { reads: 1, writes: 1 };
  if (component === 'lb-1' || component === 'lb-host') Object.assign(success, { reads: 0, writes: 0 });
  if (component === 'db-1' || component === 'server-1') success.writes = 0;
  if (component === 'app-2') success.reads = 0.5;
  if (component === 'lb-host server-1') success.writes = 0;
  return { success, late: { reads: 0, writes: 0 }, failsFor: 0, waitsFor: 0 };
}

const outcomes = failuresOf(topology).map(outcomeOf);

describe('the game of what alone stops a site', () => {
  test('can mark every component and every host', () => {
    expect(boxesOf(topology)).toEqual([
      ...['lb-1', 'web-1', 'web-2', 'app-1', 'app-2', 'db-1', 'db-2'],
      ...['lb-host', 'server-1', 'server-2'],
    ]);
  });

  test('counts what was found, missed, and marked in vain', () => {
    const verdicts = verdictsOf(topology, new Set(['lb-1', 'web-2', 'app-2']), outcomes);
    expect(scoreOf(verdicts.values())).toEqual({
      found: ['lb-1'],
      missed: ['db-1', 'lb-host', 'server-1'],
      wrong: ['web-2', 'app-2'],
    });
    expect(verdicts.get('app-2')).toMatchObject({ stops: [], degrades: ['reads'] });
    expect(linksThatStop(topology, outcomes)).toMatchObject([
      { component: 'lb-host server-1', stops: ['writes'] },
    ]);
  });

  test('says nothing of a box before one of its failures was tried', () => {
    const first = outcomes.map((outcome, index) => (index === 0 ? outcome : undefined));
    expect([...verdictsOf(topology, new Set(), first).keys()]).toEqual(['lb-1']);
  });

  test('says why, from a run: the trouble that lasts, or thanks to whom there is none', () => {
    const verdicts = verdictsOf(topology, new Set(), outcomes);
    const why = (box: string) => {
      const verdict = verdicts.get(box);
      return verdict && whyOfBox(topology, verdict)?.text;
    };
    expect(why('lb-1')).toContain('lb-1 refuses connections');
    expect(why('web-2')).toContain('by web-1 alone');
  });

  test('in lines: never tells before the answer, asks again for what is no box, then tells all', async () => {
    let text = '';
    const write = (more: string) => {
      text += more;
    };
    const input = Readable.from(['lb-1 nobody\n', 'lb-1, 3\n']);
    const talk = openTalk({
      input,
      output: { columns: 100, write },
      ascii: false,
    });
    const failParts: FailParts = async (_, failures, told) => {
      expect(text).not.toContain('stop.');
      for (const [index, failure] of failures.entries()) told(index, outcomeOf(failure));
    };
    const heard: number[] = [];
    await playSpof(talk, topology, failParts, (tried) => void heard.push(tried));
    expect(heard.at(-1)).toBe(failuresOf(topology).length);
    expect(text).toContain('There is no box "nobody"');
    expect(text).toContain('You found 1 of 4. 1 box of yours stops nothing.');
    expect(text).toContain('- db-1, missed: killed, writes stop.');
    expect(text).toContain('- web-2, not one: killed, the site survives it.');
    expect(text).toContain('Cut alone, so do these links: lb-host - server-1.');
  });
});
