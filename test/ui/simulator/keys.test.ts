import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULTS, VERBS } from '../../../src/simulator/faults/table.ts';
import { linksOf } from '../../../src/topology/pairs.ts';
import { shipped, TestBench, topologies } from './bench.ts';

const KEYS = [
  ...['up', 'down', 'left', 'right', 'tab', 'enter', 'space', 'escape', 'pageup', 'pagedown', 'home', 'end'],
  ...'hjklxternbsczy:.,+-<>[]q?0KSPOCZWA',
];

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ key: fc.constantFrom(...KEYS), choice: fc.nat(30) }) },
  { weight: 3, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 1500 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      columns: fc.integer({ min: 40, max: 140 }),
      rows: fc.integer({ min: 12, max: 50 }),
    }),
  },
);

/** Keys after which the clock may stand earlier. */
const GOES_BACK = ['b', 'r', ',', 'z', 's', 'enter'];

describe('any keys in any order', () => {
  it('break nothing: the screen fits, something is chosen, time only goes back when asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...topologies.map(({ id }) => id)),
        fc.boolean(),
        fc.array(step, { maxLength: 25 }),
        (id, isPrepared, steps) => {
          const run = { fault: ['2s kill web-1', '4s start web-1'], for: 8_000_000 };
          const bench = new TestBench(id, isPrepared ? { run } : {});
          for (const each of steps) {
            const before = bench.clock;
            if ('wait' in each) bench.wait(each.wait / 1000);
            else if ('columns' in each) bench.resize(each.columns, each.rows);
            else {
              bench.press(each.key);
              if (bench.menu.length > 0) bench.choose(each.choice % bench.menu.length);
              if (bench.menu.length > 0) bench.choose(each.choice % bench.menu.length);
            }
            const mayGoBack = 'key' in each && GOES_BACK.includes(each.key);
            const isGoing = bench.status.includes('going there');
            if (!mayGoBack && !isGoing) expect(bench.clock).toBeGreaterThanOrEqual(before);
            expect(bench.size.columns).toBeLessThanOrEqual(bench.context.columns);
            expect(bench.size.rows).toBeLessThanOrEqual(bench.context.rows);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('trap nobody: Esc is left to the shell, closes the log, and asks where much was done', () => {
    const bench = new TestBench('distributed').wait(20);
    expect(bench.keys).not.toContain('escape');
    bench.press('e', 'escape');
    expect(bench.keys).not.toContain('escape');
    expect(bench.keys).not.toContain('q');
    bench.press('K', 'escape');
    expect(bench.effects).toEqual([]);
    expect(bench.lines.at(-1)).toContain('Esc again leaves');
    bench.press('j', 'escape');
    expect(bench.effects).toEqual([]);
    bench.press('escape');
    expect(bench.effects).toEqual([{ do: 'back' }]);
  });

  it('ask before the program ends only where the run is not kept', () => {
    const own = new TestBench('distributed').wait(20);
    own.press('K');
    expect(own.scene.loses).toBe(false);
    const prepared = new TestBench('distributed', { run: {} }).wait(20);
    expect(prepared.scene.loses).toBe(false);
    prepared.press('K');
    expect(prepared.scene.loses).toBe(true);
  });

  it('lead back with Esc through what was opened: the inspector, then the eye of the monitor', () => {
    for (const [columns, rows] of [
      [60, 20],
      [80, 24],
      [120, 40],
    ] as const) {
      const bench = new TestBench('secured', { columns, rows }).wait(1);
      bench.press('m');
      const eye = bench.screen;
      bench.press('enter');
      expect(bench.screen).not.toBe(eye);
      bench.press('escape');
      expect(bench.screen).toBe(eye);
      bench.press('escape');
      expect(bench.screen).not.toContain('m shows the truth');
      expect(bench.effects).toEqual([]);
      expect(bench.keys).not.toContain('escape');
    }
  });

  it('leave an inspector alone with Esc that stands there by itself', () => {
    const bench = new TestBench('scaled-up', { columns: 120, rows: 40 }).wait(1);
    expect(bench.keys).not.toContain('escape');
    bench.press('enter', 'enter');
    const opened = bench.screen;
    expect(bench.press('escape')).toBe(true);
    expect(bench.screen).not.toBe(opened);
    expect(bench.effects).toEqual([]);
  });

  it('each means one thing at a time', () => {
    const bench = new TestBench('distributed', { run: { fault: ['10s kill web-2'] } });
    const twice = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);
    expect(twice(bench.keys)).toEqual([]);
    bench.press('left', 'up', 'space');
    expect(twice(bench.keys)).toEqual([]);
    bench.press('e');
    expect(twice(bench.keys)).toEqual([]);
    bench.press('e', 'x');
    expect(twice(bench.keys)).toEqual([]);
  });
});

describe('keys that act on what is chosen', () => {
  const label = (bench: TestBench, key: string) =>
    bench.scene.keys(bench.context).find(({ keys }) => keys.includes(key))?.label;

  it('kill, then start, with the right word', () => {
    const bench = new TestBench('distributed').wait(1);
    expect(label(bench, 'K')).toBe('kill');
    bench.press('K');
    expect(bench.lines.join('\n')).toContain('✗ killed');
    expect(label(bench, 'S')).toBe('start');
    bench.press('S');
    expect(bench.lines.join('\n')).not.toContain('✗ killed');
  });

  it('pause and resume', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('P');
    expect(bench.lines.join('\n')).toContain('◐ paused');
    expect(label(bench, 'P')).toBe('resume');
    bench.press('P');
    expect(bench.lines.join('\n')).not.toContain('paused');
  });

  it('the power of its host; and what was on it starts with the power', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('O');
    expect(bench.lines.join('\n').match(/✗ off/g)).toHaveLength(4);
    expect(label(bench, 'O')).toBe('power on');
    bench.press('O');
    bench.wait(5);
    expect(bench.lines.join('\n')).not.toContain('✗ off');
  });

  it('cut a link, and heal it', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('C', 'enter');
    expect(bench.lines.join('\n')).toContain('╌');
    bench.press('C');
    bench.type('heal');
    bench.press('enter');
    expect(bench.lines.join('\n')).not.toContain('╌');
  });

  it('never break anything with a small letter, and say which capital would', () => {
    for (const key of 'abcdefhijklmopsuvwxyz') {
      const bench = new TestBench('distributed').wait(1);
      bench.press(key);
      expect(bench.lines.join('\n'), key).not.toMatch(/paused|killed|✗/);
    }
    const bench = new TestBench('distributed').wait(1);
    bench.press('p');
    expect(bench.lines.at(-1)).toContain('Shift and p for pause');
  });

  it('say in a line why nothing can happen', () => {
    const bench = new TestBench('distributed').wait(1);
    const said = (...keys: readonly string[]) => {
      bench.press(...keys);
      return bench.lines.at(-1)?.trim();
    };
    expect(said('G')).toBe('lag needs a replica, and web-2 is none.');
    expect(said('R')).toBe('Nothing acts on web-2 that could be restored.');
    expect(said('S')).toBe('start changes nothing now: web-2 is up.');
    expect(said('Q')).toBe('No fault stands behind Q. x shows all of them.');
    expect(said('left', 'down', 'E')).toContain('`errors` acts on');
  });

  it('more and less traffic', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('+');
    expect(bench.lines.join('\n')).toContain('200/s');
    bench.press('-', '-');
    expect(bench.lines.join('\n')).toContain(' 50/s');
    bench.press('+');
    expect(bench.lines.at(-1)).toContain('restore traffic');
  });
});

describe('keys of time', () => {
  it('stop, a second further, and on', () => {
    const bench = new TestBench('distributed').wait(2.3);
    bench.press('space');
    const stopped = bench.clock;
    bench.wait(5);
    expect(bench.clock).toBe(stopped);
    expect(bench.status).toContain('stopped');
    bench.press('.');
    expect(bench.clock).toBe(30);
    bench.press('space');
    bench.wait(1);
    expect(bench.clock).toBeGreaterThan(35);
  });

  it('faster and slower', () => {
    const bench = new TestBench('distributed');
    bench.press('>', '>', '>', '>');
    expect(bench.status).toContain('10x');
    bench.wait(1);
    expect(bench.clock).toBeGreaterThanOrEqual(99);
    bench.press('<', '<', '<', '<', '<');
    expect(bench.status).toContain('0.25x');
  });

  it('back 10 s: what was done is done again, and a new fault begins a new story', () => {
    const bench = new TestBench('distributed').wait(5);
    bench.press('K');
    bench.wait(12);
    const seen = bench.lines.filter((line) => /marks web-2 down/.test(line));
    bench.press('b');
    bench.press('b');
    expect(bench.clock).toBe(0);
    expect(bench.status).toContain('replay');
    bench.wait(17.2);
    expect(bench.lines.filter((line) => /marks web-2 down/.test(line))).toEqual(seen);
    expect(bench.status).toContain('live');
    bench.press('b', 'b');
    bench.press('O');
    expect(bench.status).toContain('live');
  });

  it('on to what happens next, and never past the beginning of a prepared fault', () => {
    const bench = new TestBench('distributed', { run: { fault: ['10s kill web-2', '30s start web-2'] } });
    bench.press('n');
    expect(bench.clock).toBe(80);
    bench.press('n');
    expect(bench.clock).toBe(100);
    expect(bench.lines.join('\n')).toContain('kill web-2');
    bench.press('n');
    expect(bench.clock).toBeGreaterThan(100);
    expect(bench.clock).toBeLessThan(200);
  });

  it('shows the command that repeats a run within the smallest window', () => {
    const bench = new TestBench('old-and-new');
    bench.press('y');
    bench.resize(40, 12);
    expect(bench.size.rows).toBeLessThanOrEqual(bench.context.rows);
    expect(bench.lines.join(' ')).toContain('infra-tutor');
  });

  it('to the next event ends with a prepared run, and says so', () => {
    const bench = new TestBench('distributed', { run: { for: 40_000_000 } });
    bench.wait(28).press('n');
    for (let frame = 0; frame < 100 && bench.status.includes('going there'); frame++) bench.wait(0.083);
    expect(bench.clock).toBe(400);
    expect(bench.lines.at(-1)).toContain('the prepared run ends here');
  });

  it('a long way takes several frames, in which nothing can be broken', () => {
    const bench = new TestBench('distributed', { run: { fault: ['600s kill web-2'], for: 900_000_000 } });
    bench.press('space', '>', 'n');
    for (let frame = 0; frame < 100 && bench.clock < 300; frame++) bench.press('n');
    bench.press('n', 'K');
    expect(bench.status).toContain('going there');
    expect(bench.lines.join('\n')).not.toContain('killed');
    for (let frame = 0; frame < 100 && bench.status.includes('going there'); frame++) bench.wait(0.083);
    expect(bench.clock).toBe(600);
    expect(bench.lines.at(-1)).toContain('Nothing happened for 60 s');
    expect(bench.status).toContain('stopped');
  });

  it('on a long way the list of faults is walked and left, and nothing is taken from it', () => {
    const bench = new TestBench('distributed', { run: { fault: ['600s kill web-2'], for: 900_000_000 } });
    for (let frame = 0; frame < 100 && bench.clock < 300; frame++) bench.press('n');
    bench.press('n', 'x', 'down');
    expect(bench.status).toContain('going there');
    expect(bench.lines.join('\n')).toContain('▸ T  stop web-2');
    bench.press('enter');
    expect(bench.lines[0]).toContain('What happens to web-2?');
    bench.press('escape');
    expect(bench.status).toContain('going there');
    expect(bench.lines.join('\n')).not.toMatch(/What happens|✗/);
  });

  it('a prepared run stops at its end, and goes on when told', () => {
    const bench = new TestBench('distributed', { run: { for: 3_000_000 } }).wait(6);
    expect(bench.clock).toBe(30);
    expect(bench.lines.join('\n')).toContain('the prepared run ends here');
    bench.press('space');
    bench.wait(1);
    expect(bench.clock).toBeGreaterThan(35);
  });

  it('a switch starts it again with it; so does restart, without', () => {
    const bench = new TestBench('distributed').wait(3);
    bench.press('r');
    bench.choose('redispatch on');
    expect(bench.clock).toBe(0);
    const title = () => bench.picture.title.map(({ text }) => text).join('');
    expect(title()).toContain('with redispatch on');
    bench.press('r');
    bench.choose('redispatch off');
    bench.wait(2).press('r');
    bench.choose(0);
    expect(bench.clock).toBe(0);
    expect(title()).toContain('redispatch off');
  });
});

describe('moving', () => {
  it.each(topologies.map(({ id }) => id))(
    'reaches everything in %s, at every size, and breaks nothing',
    (id) => {
      const moves = [['up', 'down', 'left', 'right'], [...'kjhl']];
      for (const [index, [columns, rows]] of (
        [
          [80, 24],
          [60, 20],
          [120, 40],
        ] as const
      ).entries()) {
        const topology = shipped(id);
        const all = [...topology.components, ...topology.hosts].map((each) => each.id);
        const bench = new TestBench(id, { columns, rows });
        const found = new Set<string>();
        const queue = [bench.scene];
        for (let scene = queue.shift(); scene !== undefined; scene = queue.shift()) {
          for (const key of moves[index % 2] ?? []) {
            bench.scene = scene;
            bench.press(key);
            const moved = bench.scene;
            bench.press('x');
            const chosen = /What happens to (\S+)\?/.exec(bench.lines[0] ?? '')?.[1] ?? '';
            if (found.has(chosen)) continue;
            found.add(chosen);
            queue.push(moved);
          }
        }
        expect([...found].sort()).toEqual(all.sort());
      }
    },
  );
});

describe('the list of faults', () => {
  const shown = (bench: TestBench) =>
    bench.lines
      .slice(
        2,
        bench.lines.findIndex((line) => line.startsWith('─')),
      )
      .filter((line) => /^ [ ▸] . {2}/.test(line))
      .map((line) => line.slice(3));

  it('is short where it opens, and finds every fault as one types', () => {
    for (const { id } of topologies) {
      const bench = new TestBench(id).wait(1);
      bench.press('x');
      expect(shown(bench).length, id).toBeLessThanOrEqual(12);
      bench.type('disk-full');
      expect(
        shown(bench).filter((line) => !line.includes('disk-full')),
        id,
      ).toEqual([]);
    }
    const bench = new TestBench('distributed').wait(1);
    bench.press('x');
    bench.type('power');
    expect(shown(bench)).toEqual(['O  power-off server-2  gone, with all on it']);
    bench.press('enter');
    expect(bench.lines.join('\n').match(/✗ off/g)).toHaveLength(4);
  });

  it('fires nothing by a digit', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('x');
    bench.type('10');
    expect(bench.lines.join('\n')).toContain('slow web-2 10');
    expect(bench.lines.join('\n')).not.toMatch(/✗/);
  });

  it('is left step by step with Esc', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('x', 'Z');
    expect(shown(bench)).toHaveLength(2);
    bench.type('10');
    expect(shown(bench)).toHaveLength(1);
    const steps = [2, 0];
    for (const step of steps) {
      bench.press('escape');
      if (step > 0) expect(shown(bench)).toHaveLength(step);
    }
    expect(bench.lines[0]).toContain('What happens to web-2?');
    bench.press('escape');
    expect(bench.lines[0]).not.toContain('What happens');
  });

  it('names whom a host talks to, and only those', () => {
    const bench = new TestBench('scaled-up');
    bench.press('C');
    const topology = shipped('scaled-up');
    const talking = linksOf(topology).filter(
      ({ fromHost, toHost }) => fromHost !== toHost && [fromHost, toHost].includes('web-host-2'),
    );
    for (const { fromHost, toHost } of talking) {
      const other = fromHost === 'web-host-2' ? toHost : fromHost;
      const pair = other === 'users' ? 'users web-host-2' : `web-host-2 ${other}`;
      expect(bench.lines.some((line) => line.includes(`partition ${pair} `))).toBe(true);
    }
    expect(bench.lines.some((line) => line.includes('partition web-host-2 db-host-1'))).toBe(false);
  });

  it('lets no time pass while it is open', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('x');
    expect(bench.wait(3).clock).toBe(10);
  });
});

describe('the letters of faults', () => {
  it('are one a verb, and only what undoes it shares it', () => {
    // the others are found in the list of all
    for (const verb of VERBS.filter((each) => FAULTS[each].letter !== '')) {
      const same = VERBS.filter((other) => FAULTS[other].letter === FAULTS[verb].letter);
      expect(FAULTS[verb].letter).toMatch(/^[A-Z]$/);
      expect(
        same.filter(
          (other) => other !== verb && FAULTS[verb].undoneBy !== other && FAULTS[other].undoneBy !== verb,
        ),
      ).toEqual([]);
    }
  });
});
