import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksOf } from '../../../src/topology/pairs.ts';
import { shipped, TestBench, topologies } from './bench.ts';

const KEYS = [
  ...['up', 'down', 'left', 'right', 'tab', 'enter', 'space', 'escape', 'pageup', 'pagedown', 'home', 'end'],
  ...'kspocxftlrnb+-<>[]q?0',
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
const GOES_BACK = ['b', 'r', 't'];

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

  it('trap nobody: Esc is left to the shell, and closes the log', () => {
    const bench = new TestBench('distributed');
    expect(bench.keys).not.toContain('escape');
    bench.press('l');
    bench.press('escape');
    expect(bench.keys).not.toContain('escape');
    expect(bench.keys).not.toContain('q');
  });

  it('each means one thing at a time', () => {
    const bench = new TestBench('distributed', { run: { fault: ['10s kill web-2'] } });
    const twice = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);
    expect(twice(bench.keys)).toEqual([]);
    bench.press('left', 'up', 'space');
    expect(twice(bench.keys)).toEqual([]);
    bench.press('l');
    expect(twice(bench.keys)).toEqual([]);
  });
});

describe('keys that act on what is chosen', () => {
  const label = (bench: TestBench, key: string) =>
    bench.scene.keys(bench.context).find(({ keys }) => keys.includes(key))?.label;

  it('kill, then start, with the right word', () => {
    const bench = new TestBench('distributed').wait(1);
    expect(label(bench, 'k')).toBe('kill');
    bench.press('k');
    expect(bench.lines.join('\n')).toContain('✗ killed');
    expect(label(bench, 'k')).toBe('start');
    bench.press('s');
    expect(bench.lines.join('\n')).not.toContain('✗ killed');
  });

  it('pause and resume', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('p');
    expect(bench.lines.join('\n')).toContain('◐ paused');
    expect(label(bench, 'p')).toBe('resume');
    bench.press('p');
    expect(bench.lines.join('\n')).not.toContain('paused');
  });

  it('the power of its host; and what was on it starts with the power', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('o');
    expect(bench.lines.join('\n').match(/✗ off/g)).toHaveLength(4);
    expect(label(bench, 'k')).toBe('power on');
    bench.press('k');
    bench.wait(5);
    expect(bench.lines.join('\n')).not.toContain('✗ off');
  });

  it('cut a link, and heal it', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('c');
    bench.choose('lb-host');
    expect(bench.lines.join('\n')).toContain('╌');
    bench.press('c');
    bench.choose('heal');
    expect(bench.lines.join('\n')).not.toContain('╌');
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
    bench.press('n');
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
    bench.press('k');
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
    bench.press('o');
    expect(bench.status).toContain('live');
  });

  it('skip to 2 s before the next prepared fault', () => {
    const bench = new TestBench('distributed', { run: { fault: ['10s kill web-2', '30s start web-2'] } });
    bench.press('f');
    expect(bench.clock).toBe(80);
    bench.press('f');
    expect(bench.clock).toBe(80);
    bench.wait(3);
    bench.press('f', 'n');
    bench.wait(2);
    expect(bench.clock).toBeGreaterThanOrEqual(280);
  });

  it('a long way takes several frames, in which nothing can be broken', () => {
    const bench = new TestBench('distributed', { run: { fault: ['600s kill web-2'], for: 900_000_000 } });
    bench.press('space', 'f');
    expect(bench.status).toContain('going there');
    bench.press('k');
    expect(bench.lines.join('\n')).not.toContain('killed');
    for (let frame = 0; frame < 100 && bench.status.includes('going there'); frame++) bench.wait(0.083);
    expect(bench.clock).toBe(5980);
    expect(bench.status).toContain('stopped');
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
    bench.press('t');
    bench.choose('redispatch on');
    expect(bench.clock).toBe(0);
    const title = () => bench.picture.title.map(({ text }) => text).join('');
    expect(title()).toContain('with redispatch on');
    bench.press('t');
    bench.choose('redispatch off');
    bench.wait(2).press('r');
    bench.choose(0);
    expect(bench.clock).toBe(0);
    expect(title()).toContain('redispatch off');
  });
});

describe('arrows', () => {
  it.each(topologies.map(({ id }) => id))('reach everything in %s, at every size', (id) => {
    for (const [columns, rows] of [
      [80, 24],
      [60, 20],
      [120, 40],
    ] as const) {
      const topology = shipped(id);
      const all = [...topology.components, ...topology.hosts].map((each) => each.id);
      const bench = new TestBench(id, { columns, rows });
      const start = bench.scene;
      const chosen = () => /\bkill (\S+),/.exec(bench.lines.join(' '))?.[1];
      expect(chosen()).toBeDefined();
      const found = new Set<string>();
      const queue = [start];
      const seen = new Set<string>();
      for (let scene = queue.shift(); scene !== undefined; scene = queue.shift()) {
        for (const key of ['up', 'down', 'left', 'right']) {
          bench.scene = scene;
          bench.press(key);
          bench.press('x');
          const name = bench.effects.map((effect) => (effect.do === 'ask' ? effect.title : '')).join();
          const id = /to (\S+)\?/.exec(name)?.[1] ?? '';
          if (seen.has(id)) continue;
          seen.add(id);
          found.add(id);
          queue.push(bench.scene);
        }
      }
      expect([...found].sort()).toEqual(all.sort());
    }
  });
});

describe('the menu of cuts', () => {
  it('names whom a host talks to, and only those', () => {
    const bench = new TestBench('scaled-up');
    bench.press('c');
    const topology = shipped('scaled-up');
    const talking = linksOf(topology).filter(
      ({ fromHost, toHost }) => fromHost !== toHost && [fromHost, toHost].includes('web-host-2'),
    );
    for (const { fromHost, toHost } of talking) {
      const other = fromHost === 'web-host-2' ? toHost : fromHost;
      const name = other === 'users' ? 'the Internet' : other;
      expect(bench.menu.some((label) => label.includes(`from ${name} (`))).toBe(true);
    }
    expect(bench.menu.some((label) => label.includes('db-host-1'))).toBe(false);
  });
});
