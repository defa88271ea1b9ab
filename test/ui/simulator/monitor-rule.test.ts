import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../src/simulator/faults/parse.ts';
import { Simulation } from '../../../src/simulator/simulation.ts';
import { glyphsOf } from '../../../src/terminal/glyphs.ts';
import { rowText, rowWidth } from '../../../src/text/row-layout.ts';
import { monitorRule } from '../../../src/ui/screens/simulator/monitor-rule.ts';
import { shipped, TestBench } from './bench.ts';

const SECOND = 1_000_000;

function ran(seconds: number, ...faults: string[]) {
  const topology = shipped('secured');
  const simulation = new Simulation(topology, { seed: 1 });
  for (const words of faults) {
    const parsed = parseFault(words, topology);
    if ('error' in parsed) throw new Error(parsed.error);
    simulation.schedule({ at: 10 * SECOND, fault: parsed.fault });
  }
  simulation.advance(seconds * SECOND);
  return simulation.view();
}

function ruleOf(seconds: number, ...faults: string[]): string {
  const context = { columns: 80, glyphs: glyphsOf(false) } as Parameters<typeof monitorRule>[1];
  const row = monitorRule(ran(seconds, ...faults), context);
  expect(rowWidth(row)).toBe(80);
  return rowText(row);
}

describe('what the monitor knows', () => {
  it('is nothing before its first sample', () => {
    expect(ruleOf(0.5)).toBe('─'.repeat(80));
  });

  it('is what the last sample said, and how old that is', () => {
    expect(ruleOf(40)).toMatch(/^─ Sumo Logic, \d+ s ago: \d+\/s, 0 % errors, p95 \d+ ms ─+$/);
  });

  it('leaves out the hosts that say nothing', () => {
    expect(ruleOf(40, 'kill collector@server-2')).toContain('no word of server-2');
  });

  it('rings when an alert has held for long enough', () => {
    expect(ruleOf(200, 'errors app-1 100%')).toMatch(
      /^─ ALERT errors \(\d+ %\)(, .*)? Sumo Logic, \d+ s ago: /,
    );
  });

  it.each([
    [60, 20],
    [80, 24],
  ])('stands beside what users saw, not for it, where both share the rule at %ix%i', (columns, rows) => {
    const bench = new TestBench('scaled-up', { columns, rows }).wait(3);
    bench.press('K');
    bench.wait(12);
    const rule = bench.lines.find((line) => line.startsWith('─'));
    expect(rule).toMatch(/^─ what users saw ─ Sumo Logic, \d+ s ago: (.+, )?no word of web-2 ?─*$/);
  });
});

it('leaves the share of the whole run a place where it takes the rule over the charts', () => {
  const bench = new TestBench('scaled-up').wait(20);
  expect(bench.lines.join('\n')).not.toContain('whole run');
  expect(bench.status).toMatch(/whole run [\d.]+ % served {3}▶ 00:20\.0/);
  bench.resize(60, 20);
  expect(bench.status).not.toContain('whole run');
});
