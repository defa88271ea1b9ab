import { expect, test } from 'vitest';
import { rowText, rowWidth } from '../../../src/text/row-layout.ts';
import type { Scene, SceneEffect } from '../../../src/ui/screen.ts';
import { compareScreen } from '../../../src/ui/screens/compare/compare.ts';
import { TestBench } from './bench.ts';

/** The panel that a choice behind `t` opens. */
class Panel {
  scene: Scene;
  effects: readonly SceneEffect[] = [];
  readonly bench: TestBench;

  constructor(bench: TestBench, choice: string) {
    this.bench = bench;
    bench.press('t');
    bench.choose(choice);
    const opened = bench.effects.find((effect) => effect.do === 'open');
    const turn = opened?.do === 'open' ? compareScreen(opened.target, bench.context) : undefined;
    if (turn === undefined) throw new Error('t opened nothing');
    this.scene = turn.scene;
  }

  press(name: string): this {
    const turn = this.scene.press({ name, text: '' }, this.bench.context);
    this.scene = turn?.scene ?? this.scene;
    this.effects = turn?.effects ?? [];
    return this;
  }

  frames(count: number): this {
    for (let frame = 0; frame < count && this.scene.ticking; frame++) {
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

  get status(): string {
    return rowText(this.scene.view(this.bench.context).status);
  }
}

function killed(columns = 80, rows = 24): TestBench {
  const bench = new TestBench('distributed', { columns, rows }).wait(3);
  bench.press('K');
  return bench.wait(5);
}

test('t opens the run with one change beside it, up to now, and both go on', () => {
  const panel = new Panel(killed(), 'redispatch on');
  expect(panel.status).toContain('catching up');
  panel.frames(60);
  expect(panel.status).toMatch(/^00:(0[89]|1\d)\.\d {2}1x {2}side by side$/);
  expect(panel.text).toMatch(/difference +-\d+ +-\d+/);
  expect(panel.text).toMatch(/With redispatch=on \d+ users fewer are hurt/);
  const before = panel.status;
  expect(panel.frames(10).status).not.toBe(before);
  expect(panel.press('space').frames(10).status).toBe(panel.status);
});

test('the run so far without its faults, and on another site', () => {
  const calm = new Panel(killed(), 'without any fault').frames(60);
  expect(calm.text).toMatch(/With no faults \d+ users fewer are hurt/);
  const bench = new TestBench('distributed').wait(2);
  bench.press('t');
  expect(bench.menu.some((label) => label.includes('without any fault'))).toBe(false);
});

test('Enter opens the changed site, to be broken by hand', () => {
  const panel = new Panel(killed(), 'redispatch on').press('enter');
  const target = { screen: 'simulator', topology: 'distributed', set: ['redispatch=on'] };
  expect(panel.effects).toEqual([{ do: 'replace', target }]);
});

test('the numbers stand together, with air and long names where there is room', async () => {
  const panel = new Panel(killed(200, 50), 'redispatch on').frames(60);
  const screens = [
    [60, 20],
    [80, 24],
    [100, 30],
    [200, 50],
  ].map(([columns = 0, rows = 0]) => {
    panel.bench.resize(columns, rows);
    return `${columns}x${rows}\n${panel.text}\n`;
  });
  await expect(screens.join('\n')).toMatchFileSnapshot('golden/compare.txt');
});

test.each([
  [80, 24],
  [60, 20],
  [40, 12],
  [120, 40],
])('it fits into %ix%i', (columns, rows) => {
  const panel = new Panel(killed(columns, rows), 'redispatch on').frames(60);
  expect(panel.rows).toHaveLength(panel.bench.context.rows);
  expect(Math.max(...panel.rows.map(rowWidth))).toBeLessThanOrEqual(columns);
});
