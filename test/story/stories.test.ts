import { describe, expect, it } from 'vitest';
import { shipped, topologies } from '../ui/simulator/bench.ts';
import { faultsIn, scriptOf } from './faults-in.ts';
import { storyText, told } from './tell.ts';
import { untrue } from './truth.ts';

/** What the others add to these is left to the long run. */
const TYPICAL = ['one-server', 'distributed'];
const TOLD_IN = topologies.map(({ id }) => id).filter((id) => process.env.SOAK || TYPICAL.includes(id));

describe('the story of each fault', () => {
  it.each(TOLD_IN)('in %s', async (id) => {
    const stories: string[] = [];
    for (const fault of faultsIn(shipped(id))) {
      const { lines, truth } = told(id, { seconds: 60, script: scriptOf(fault) });
      expect.soft(untrue(lines, truth), `${id}: ${fault.words}`).toEqual([]);
      const times = lines.map(({ t }) => t);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      stories.push(`${fault.words}\n${storyText(lines)}`);
    }
    await expect(stories.join('\n')).toMatchFileSnapshot(`golden/${id}.txt`);
  });
});
