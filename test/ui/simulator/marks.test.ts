import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../src/simulator/faults/fault.ts';
import type { Verb } from '../../../src/simulator/faults/table.ts';
import { glyphsOf } from '../../../src/terminal/glyphs.ts';
import type { Row } from '../../../src/text/row.ts';
import { rowText } from '../../../src/text/row-layout.ts';
import { drawTopology } from '../../../src/topology/draw/draw.ts';
import { overlayOf } from '../../../src/ui/screens/simulator/overlay.ts';
import { Run, SECOND } from '../../../src/ui/screens/simulator/run.ts';
import { shipped, TestBench } from './bench.ts';

interface Break {
  readonly at: number;
  readonly verb: Verb;
  readonly targets: readonly string[];
}

/** The drawing of a shipped topology after some seconds, its breaks done. */
function drawnAfter(id: string, seconds: number, breaks: readonly Break[], ascii = false): readonly Row[] {
  const topology = shipped(id);
  const faults = breaks.map(({ at, verb, targets }) => ({ at: at * SECOND, fault: faultOf(verb, targets) }));
  const run = new Run({ topology, seed: 1, faults });
  while (run.now < seconds * SECOND) run.advance(seconds * SECOND);
  const moment = { topology, now: run.view, second: run.second, chosen: '' };
  const overlay = overlayOf(moment, glyphsOf(ascii));
  return drawTopology(topology, { width: 120, height: 30, ascii, overlay }).rows;
}

const KILLED: Break = { at: 2, verb: 'kill', targets: ['web-2'] };

function lineOf(rows: readonly Row[], word: string): string {
  return rowText(rows.find((row) => rowText(row).includes(word)) ?? []);
}

function toneOf(rows: readonly Row[], text: RegExp): string | undefined {
  return rows.flat().find((span) => text.test(span.text))?.tone;
}

describe('the drawing tells the truth about', () => {
  it('the way to a server that is believed down: points, and dim, to its own part of the line alone', () => {
    const before = drawnAfter('distributed', 3, [KILLED]);
    expect(lineOf(before, 'web-2  ✗')).toMatch(/└─+▶│/);
    const rows = drawnAfter('distributed', 12, [KILLED]);
    expect(lineOf(rows, 'web-2  ✗')).toMatch(/└·+▶│/);
    expect(lineOf(rows, 'web-1  up  ')).toMatch(/┌─+▶│/);
    expect(toneOf(rows, /└·+▶/)).toBe('dim');
    expect(lineOf(drawnAfter('distributed', 12, [KILLED], true), 'web-2  x')).toMatch(/\+\.+>\|/);
  });

  it('a cut on a piece that only a standby shares, until the standby is no more', () => {
    const cut: Break = { at: 2, verb: 'partition', targets: ['lb-host-1', 'web-host-2'] };
    const texts = (seconds: number, ...breaks: Break[]) =>
      drawnAfter('scaled-up', seconds, breaks).map(rowText).join('\n');
    const shared = texts(4, cut);
    expect(shared).toContain('╎');
    expect(shared).toMatch(/└╌+│ web-2/);
    expect(shared).toMatch(/▶│ web-1/);
    expect(shared).toContain('cut: lb-host-1 ╌ web-host-2');
    const moved = texts(20, cut, { at: 3, verb: 'power-off', targets: ['lb-host-1'] });
    expect(moved).not.toContain('╎');
    expect(moved).toMatch(/└─+▶│ web-2/);
  });

  it('how many wait, in digits that are never cut, where a long state leaves little room', () => {
    const bench = new TestBench('scaled-up', { columns: 80, rows: 24 }).wait(2);
    bench.press(':');
    bench.type('kill app-2');
    bench.press('enter', ':');
    bench.type('pause app-1');
    bench.press('enter');
    bench.wait(5);
    expect(bench.lines.join('\n')).toMatch(/│ ◐ paused \d{3} │/);
    bench.wait(25);
    expect(bench.lines.join('\n')).toMatch(/│ ◐ paus\S* \d{3,4} │/);
  });

  it('what is encrypted and what is plain, in ASCII too', () => {
    expect(lineOf(drawnAfter('secured', 2, []), 'users')).toMatch(/users ═+▶│.*├─+┤/);
    expect(lineOf(drawnAfter('secured', 2, [], true), 'users')).toMatch(/users =+>\|/);
    expect(lineOf(drawnAfter('distributed', 2, []), 'users')).toMatch(/users ─+▶│/);
  });

  it('reads that moved to the primary when the replica died', () => {
    const dead: Break = { at: 2, verb: 'kill', targets: ['db-2'] };
    const rows = drawnAfter('distributed', 4, [dead]);
    const words = lineOf(rows, 'binlog');
    expect(words).not.toMatch(/writes/);
    expect(words).toMatch(/r \+ w|r\+w|reads, writes/);
    expect(lineOf(rows, 'db-1 ')).toMatch(/\d+ r \d+ w\/s/);
  });

  it('a virtual IP: its line goes to who holds it, to nobody, and in red to two', () => {
    const killed: Break = { at: 2, verb: 'kill', targets: ['lb-1'] };
    expect(lineOf(drawnAfter('scaled-up', 2, []), 'vip-1 ─')).toMatch(/vip-1 ─+┘/);
    expect(lineOf(drawnAfter('scaled-up', 12, [killed]), 'vip-1 ─')).toMatch(/vip-1 ─+┐/);
    const gone = ['lb-host-1', 'lb-host-2'].map(
      (host): Break => ({ at: 2, verb: 'power-off', targets: [host] }),
    );
    expect(lineOf(drawnAfter('scaled-up', 9, gone), 'vip-1')).toMatch(/vip-1 ·+/);
    const split = drawnAfter('scaled-up', 12, [
      { at: 2, verb: 'partition', targets: ['lb-host-1', 'lb-host-2'] },
    ]);
    expect(lineOf(split, 'vip-1 ─')).toMatch(/vip-1 ─+┤/);
    expect(toneOf(split, /✗ MASTER/)).toBe('bad');
    expect(split.flat().filter(({ text, tone }) => tone === 'bad' && /MASTER/.test(text))).toHaveLength(2);
  });

  it('a certificate that has expired', () => {
    const rows = drawnAfter('secured', 4, [{ at: 2, verb: 'cert-expire', targets: [] }]);
    expect(toneOf(rows, /✗ .*expired/)).toBe('bad');
    expect(rowText(drawnAfter('secured', 4, []).flat())).not.toContain('expired');
  });

  it('a flood, by its own sign at the host that it hits', () => {
    const rows = drawnAfter('distributed', 5, [{ at: 2, verb: 'attack', targets: ['flood', 'server-2'] }]);
    expect(rowText(rows.flat())).toMatch(/server-2 ─+ flood \d+\/s/);
    expect(lineOf(rows, 'app-2')).toMatch(/»/);
    expect(lineOf(rows, 'app-1')).not.toMatch(/»/);
  });

  it('a dead balancer, which believes nothing', () => {
    const rows = drawnAfter('distributed', 5, [{ at: 2, verb: 'kill', targets: ['lb-1'] }]);
    const beliefs = rows.map(rowText).filter((line) => /│ +web-[12]/.test(line));
    expect(beliefs.join()).toMatch(/web-1 +-.*web-2 +-/);
    expect(lineOf(rows, 'lb-1')).toMatch(/├·+/);
  });
});
