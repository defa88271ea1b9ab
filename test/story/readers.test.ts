import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ToldRun } from '../../src/story/told-run.ts';
import { read, SECOND, timed } from '../simulator/play.ts';

const guide = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8');
const text = guide.match(/```yaml\n(format: 1\nid: read-sharing\n[\s\S]*?)```/)?.[1] ?? '';

it('who is read from is told with the mark of the balancer that decides it, not with the start before it', () => {
  const topology = read(text);
  const faults = timed(['5s kill db-2', '15s start db-2'], topology);
  const run = new ToldRun({ topology, seed: 1, faults });
  run.advance(25 * SECOND);
  const late = run.lines.filter(({ t }) => t >= 15);
  expect(late.map(({ who, text: words }) => `${who} ${words}`)).toEqual([
    'you start db-2',
    expect.stringMatching(/^db-lb marks db-2 up/),
    'reads go to db-2 and db-3 now',
  ]);
  expect(late[2]?.t).toBe(late[1]?.t);
});
