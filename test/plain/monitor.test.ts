import { expect, test } from 'vitest';
import { monitorLines } from '../../src/plain/monitor.ts';
import { faultOf } from '../../src/simulator/faults/fault.ts';
import { beginRun } from '../../src/simulator/run.ts';
import { shipped } from '../ui/simulator/bench.ts';

/** What the monitoring service says, some seconds after web-2 died at 20 s. */
function told(id: string, seconds: number): string {
  const simulation = beginRun(shipped(id), { seed: 1, faults: [] });
  simulation.advance(20_000_000);
  simulation.inject(faultOf('kill', ['web-2']));
  simulation.advance((20 + seconds) * 1_000_000);
  return monitorLines(simulation.view(), 200).join('\n');
}

test('says what the newest sample knows, where the truth is another, and how long it took to be seen', () => {
  const soon = told('secured', 0.5);
  expect(soon).toMatch(/^Sumo Logic, \d+ s ago: \d+\/s, \d+ % errors, p95 \d+ ms$/m);
  expect(soon).toContain('web-2: up here, killed in truth');
  expect(soon).toContain('kill web-2 at 20.0 s: not seen here yet');
  const later = told('secured', 30);
  expect(later).toContain('no word of web-2');
  expect(later).toContain('every component is in truth as shown');
  expect(later).toMatch(/kill web-2 at 20\.0 s: seen here \d+\.\d s later/);
});

test('says that nothing monitors a site', () => {
  expect(told('distributed', 1)).toContain('Nothing monitors this site');
});
