import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf, type TimedFault } from '../../../src/simulator/faults/fault.ts';
import { parseTimedFault } from '../../../src/simulator/faults/parse.ts';
import type { RequestReport } from '../../../src/simulator/report.ts';
import { beginRun } from '../../../src/simulator/run.ts';
import { isOk } from '../../../src/simulator/users.ts';
import { glyphsOf } from '../../../src/terminal/glyphs.ts';
import { rowText } from '../../../src/text/row-layout.ts';
import { drawTopology } from '../../../src/topology/draw/draw.ts';
import type { WayFinder } from '../../../src/topology/draw/drawing.ts';
import { dotsOf, type Standing, standingsAt } from '../../../src/ui/screens/simulator/dots.ts';
import { overlayOf } from '../../../src/ui/screens/simulator/overlay.ts';
import { Run, SECOND } from '../../../src/ui/screens/simulator/run.ts';
import { shipped, TestBench } from './bench.ts';

const signs = glyphsOf(false).dots;

/** A run that goes on a frame at a time, and is drawn with its dots at the end, or at each frame. */
class Watched {
  readonly run: Run;
  readonly id: string;
  ways: WayFinder | undefined;
  rows: readonly string[] = [];
  isLookedAt = false;

  constructor(id: string, faults: readonly string[]) {
    this.id = id;
    const topology = shipped(id);
    this.run = new Run({ topology, seed: 1, faults: faults.map((words) => timed(words, id)) });
  }

  to(seconds: number, frame = SECOND / 10): this {
    while (this.run.now < seconds * SECOND) {
      this.run.advance(Math.min(seconds * SECOND, this.run.now + frame));
      if (this.isLookedAt) this.draw();
    }
    this.draw();
    return this;
  }

  draw(): void {
    const { topology, view, second } = this.run;
    const overlay = {
      ...overlayOf({ topology, now: view, second, chosen: '' }, glyphsOf(false)),
      dots: (ways: WayFinder) => {
        this.ways = ways;
        return dotsOf(this.standings(ways), ways, signs);
      },
    };
    const drawing = drawTopology(topology, { width: 110, height: 30, ascii: false, overlay });
    this.rows = drawing.rows.map(rowText);
  }

  standings(ways = this.ways): readonly Standing[] {
    if (ways === undefined) throw new Error('it is drawn in boxes');
    return standingsAt(this.run.sampler.sample.requests, this.run.now, 1, ways);
  }
}

function timed(words: string, id: string): TimedFault {
  const parsed = parseTimedFault(words, shipped(id));
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.timed;
}

/** The same run by itself, in one go, with every request written down. */
function recorded(id: string, faults: readonly string[], until: number): readonly RequestReport[] {
  const simulation = beginRun(shipped(id), {
    seed: 1,
    faults: faults.map((words) => timed(words, id)),
    recordRequests: true,
  });
  simulation.advance(until);
  return simulation.requests();
}

const breaks = [
  'kill web-2',
  'pause app-1',
  'power-off server-2',
  'partition lb-host server-1',
  'slow db-1 50',
  'kill lb-1',
];

describe('each dot', () => {
  it('is a request of this run, on a line that it has taken, with what became of it so far', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.constantFrom('distributed', 'secured'),
        fc.subarray(breaks, { maxLength: 2 }),
        fc.integer({ min: 15, max: 50 }),
        (id, chosen, tenths) => {
          const faults = chosen.map((words, index) => `${1 + index * 0.7}s ${words}`);
          const watched = new Watched(id, faults).to(tenths / 10);
          const all = recorded(id, faults, watched.run.now);
          for (const { request, caller, callee, fate, cell, is } of watched.standings()) {
            const { trace } = request;
            const own = all[trace.number - 1];
            expect(own?.t).toBe(trace.start / SECOND);
            const outcome = own?.outcome ?? '';
            expect(fate).toBe(outcome === 'unfinished' ? 'open' : isOk(outcome) ? 'answered' : 'failed');
            expect(own?.path).toContain(callee);
            expect(trace.packets.some(({ from, to }) => from === caller && to === callee)).toBe(true);
            const cells = watched.ways?.between(caller, callee) ?? [];
            expect(cell).toBeLessThan(cells.length);
            if (is === 'waiting-at-callee') expect(cell).toBe(cells.length - 1);
            seen++;
          }
        },
      ),
      { numRuns: 5 },
    );
    expect(seen).toBeGreaterThan(10);
  });

  it('goes on from frame to frame, a cell or two at a time, and never back unless it turns', () => {
    const watched = new Watched('distributed', []).to(3);
    for (let frame = 0; frame < 20; frame++) {
      const before = new Map(watched.standings().map((one) => [one.request.trace.number, one]));
      watched.to(watched.run.now / SECOND + 0.1);
      for (const now of watched.standings()) {
        const then = before.get(now.request.trace.number);
        if (then === undefined || then.callee !== now.callee || then.is !== now.is) continue;
        const step = (now.cell - then.cell) * (now.is === 'back' ? -1 : 1);
        expect(step).toBeGreaterThanOrEqual(1);
        expect(step).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('dots', () => {
  it('pile up where requests wait: along the line to a server that hangs, from its end', () => {
    const watched = new Watched('distributed', ['1s pause web-2']).to(6);
    const waiting = watched
      .standings()
      .filter(({ is, callee }) => is === 'waiting-at-callee' && callee === 'web-2');
    expect(waiting.length).toBeGreaterThan(5);
    expect(waiting.every(({ fate }) => fate === 'open')).toBe(true);
    expect(watched.rows.join('\n')).toMatch(/○○+▶│ web-2/);
  });

  it('turn back where they are refused', () => {
    const watched = new Watched('one-server', ['1s kill web-1']).to(3);
    const kinds = new Set<string>();
    for (let frame = 0; frame < 20; frame++) {
      for (const { is, fate } of watched.to(3 + frame / 10).standings()) kinds.add(`${fate} ${is}`);
    }
    expect([...kinds].sort()).toEqual(['failed back', 'failed there']);
  });

  it('vanish where they are dropped, and set out again when TCP repeats them', () => {
    const watched = new Watched('one-server', ['1s power-off server-1']).to(3);
    const moving = watched.standings();
    expect(moving.length).toBeGreaterThan(0);
    expect(moving.every(({ is, fate }) => is === 'there' && fate === 'open')).toBe(true);
    const waiting = watched.run.sampler.sample.requests.filter(({ trace }) => trace.ended === undefined);
    expect(waiting.length).toBeGreaterThan(moving.length);
  });

  it('have a sign of their own where they are hostile', () => {
    const watched = new Watched('distributed', ['1s attack flood lb-host']).to(2.5);
    expect(watched.standings().some(({ request }) => request.hostile)).toBe(true);
    expect(watched.rows.join('\n')).toMatch(/users [─●•]*»/);
  });
});

describe('the run', () => {
  it('is the same run, byte by byte, with dots and without, a frame at a time, in steps and at ten times the speed', () => {
    const alone = beginRun(shipped('distributed'), { seed: 1, faults: [] });
    alone.inject(faultOf('kill', ['web-2']));
    alone.advance(4 * SECOND);
    const end = JSON.stringify(alone.view());
    for (const frame of [SECOND / 20, SECOND / 10, SECOND]) {
      const watched = new Watched('distributed', []);
      watched.isLookedAt = true;
      watched.run.inject(faultOf('kill', ['web-2']));
      expect(JSON.stringify(watched.to(4, frame).run.view)).toBe(end);
    }
  });

  it('shows the same dots whoever looks how often', () => {
    const [often, seldom] = [SECOND / 10, SECOND].map((frame) =>
      new Watched('distributed', ['1s kill web-2']).to(3, frame),
    );
    expect(seldom?.rows).toEqual(often?.rows);
  });
});

describe('without motion', () => {
  it('a sign on each line says the same: what flows, what waits, what fails, what is hostile', () => {
    const lines = (id: string, fault: string, seconds: number) => {
      const run = { fault: fault === '' ? [] : [fault] };
      return new TestBench(id, { columns: 110, rows: 30, run, motion: false }).wait(seconds).lines.join('\n');
    };
    expect(lines('distributed', '', 4)).toMatch(/users ─*●\d*─*▶│ lb-1/);
    expect(lines('distributed', '1s pause web-2', 6)).toMatch(/○\d*─*▶│▸web-2/);
    expect(lines('one-server', '1s kill web-1', 6)).toMatch(/✗\d*─*▶│▸web-1/);
    expect(lines('distributed', '1s attack flood lb-host', 4)).toMatch(/users .*».*▶/);
  });

  it('is the same within a second', () => {
    const bench = new TestBench('distributed', { columns: 110, rows: 30, motion: false }).wait(4.1, 50);
    const drawing = () => bench.lines.slice(0, 14).map((line) => line.replace(/cpu.*/, ''));
    const before = drawing();
    expect(drawing().join()).toContain('●');
    bench.wait(0.6, 50);
    expect(drawing()).toEqual(before);
  });
});
