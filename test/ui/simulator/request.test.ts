import { expect, test } from 'vitest';
import { rowText, rowWidth } from '../../../src/text/row-layout.ts';
import type { Scene, SceneEffect } from '../../../src/ui/screen.ts';
import { requestScreen } from '../../../src/ui/screens/request/request.ts';
import { TestBench } from './bench.ts';

/** The panel that `f` opens, with keys and time of its own. */
class Panel {
  scene: Scene;
  effects: readonly SceneEffect[] = [];
  readonly bench: TestBench;

  constructor(bench: TestBench) {
    this.bench = bench;
    bench.press('f');
    const opened = bench.effects.find((effect) => effect.do === 'open');
    const turn = opened?.do === 'open' ? requestScreen(opened.target, bench.context) : undefined;
    if (turn === undefined) throw new Error('f opened nothing');
    this.scene = turn.scene;
  }

  press(name: string): this {
    const turn = this.scene.press({ name, text: '' }, this.bench.context);
    this.scene = turn?.scene ?? this.scene;
    this.effects = turn?.effects ?? [];
    return this;
  }

  /** Lets time go by until the request is over. */
  untilOver(): this {
    for (let frame = 0; frame < 1000 && this.scene.ticking; frame++) {
      this.scene = this.scene.tick(100, this.bench.context)?.scene ?? this.scene;
    }
    return this;
  }

  get rows() {
    return this.scene.view(this.bench.context).body;
  }

  get text(): string {
    return this.rows.map(rowText).join('\n');
  }
}

test('f shows the newest request that failed, and why', () => {
  const panel = new Panel(new TestBench('distributed').wait(2));
  expect(panel.text).toContain('Waiting for the next request.');
  const broken = new TestBench('distributed').wait(2);
  broken.press('K');
  const failed = new Panel(broken.wait(5));
  expect(failed.scene.ticking).toBe(false);
  expect(failed.text).toContain('had no retry left, and answered 503');
  expect(failed.press('s').text).toMatch(/━/);
});

test('t puts the run with what would have helped beside it', () => {
  const bench = new TestBench('distributed').wait(2);
  bench.press('K');
  const panel = new Panel(bench.wait(5)).press('t');
  const change = 'set lb-1.redispatch=true';
  expect(panel.effects).toMatchObject([{ do: 'open', target: { screen: 'compare', change } }]);
});

test('time goes on in the run below until the request is over, and no further', () => {
  const bench = new TestBench('distributed').wait(2);
  const panel = new Panel(bench).untilOver();
  expect(panel.text).toMatch(/After \d.* it was answered 200\./);
  const before = bench.clock;
  bench.scene = bench.scene.returned(bench.context)?.scene ?? bench.scene;
  expect(bench.clock).toBeGreaterThanOrEqual(before);
  expect(panel.scene.ticking).toBe(false);
});

test('a request that waits is shown while it waits, and the next through what was chosen when it comes', () => {
  const bench = new TestBench('distributed').wait(2);
  bench.press('K');
  const panel = new Panel(bench.wait(2)).press('o');
  expect(panel.text).toContain('is not answered yet');
  expect(panel.untilOver().text).toContain('it was answered 503');
  // web-2 is chosen, and dead
  expect(panel.press('c').untilOver().text).toContain('lb-1 is refused by web-2');
});

test('a large window draws the way: how long each had it, who refused it, and nothing along the other lines', async () => {
  const bench = new TestBench('distributed', { columns: 120, rows: 40 }).wait(2);
  bench.press('K');
  const panel = new Panel(bench.wait(5));
  await expect(panel.text).toMatchFileSnapshot('golden/follow-120x40.txt');
  expect(panel.text).toMatch(/lb-1 +3 s/);
  expect(panel.text).toMatch(/web-2 +✗ refused it/);
  bench.resize(80, 24);
  expect(panel.text).not.toContain('refused it');
});

test.each([
  [80, 24],
  [60, 20],
  [40, 12],
  [120, 40],
])('it fits into %ix%i', (columns, rows) => {
  const bench = new TestBench('scaled-up', { columns, rows }).wait(2);
  bench.press('K');
  const panel = new Panel(bench.wait(4));
  for (const key of ['s', 'f', 'o', 'n', 'down', 'c']) {
    panel.press(key);
    expect(panel.rows).toHaveLength(bench.context.rows);
    expect(Math.max(...panel.rows.map(rowWidth))).toBeLessThanOrEqual(columns);
  }
});
