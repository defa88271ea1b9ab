import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventRow } from '../../src/messages/simulator-events.ts';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { simulate } from '../../src/simulator/run.ts';
import { readTopology } from '../../src/topology/read.ts';
import { Run } from '../../src/ui/screens/simulator/run.ts';
import { run } from './program.ts';

const file = 'lessons/3-scaled-up/scaled-up.yaml';
const SECOND = 1_000_000;

function killed() {
  const { topology } = readTopology(readFileSync(file, 'utf8'), file);
  if (topology === undefined) throw new Error('the shipped topology is broken');
  const parsed = parseFault('kill lb-1', topology);
  if ('error' in parsed) throw new Error(parsed.error);
  return { topology, faults: [{ at: 10 * SECOND, fault: parsed.fault }] };
}

test('the command and the library give one run', async () => {
  const { topology, faults } = killed();
  const { report } = simulate(topology, { seed: 1, for: 25 * SECOND, faults });
  const args = ['simulate', 'scaled-up', '--for', '25s', '--seed', '1', '--fault', '10s kill lb-1', '--json'];
  const { stdout } = await run(args);
  const printed = { ...report, events: report.events.map(eventRow) };
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(printed)));
});

test.each([100_000, 333_333, 950_000])(
  'watched at a frame every %i microseconds it is the same run',
  (frame) => {
    const { topology, faults } = killed();
    const { report } = simulate(topology, { seed: 1, for: 25 * SECOND, faults });
    const live = new Run({ topology, seed: 1, faults });
    for (let time = 0; live.now < 25 * SECOND; time += frame) live.advance(Math.min(time, 25 * SECOND));
    expect(live.view.events).toEqual(report.events);
    expect(live.view.traffic.byOutcome).toEqual(report.requests.by_outcome);
  },
);
