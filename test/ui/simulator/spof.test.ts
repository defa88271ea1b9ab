import { expect, test } from 'vitest';
import { failuresOf } from '../../../src/simulator/spof.ts';
import { rowText, rowWidth } from '../../../src/text/row-layout.ts';
import type { Scene, SceneEffect } from '../../../src/ui/screen.ts';
import { spofScreen } from '../../../src/ui/screens/spof/spof.ts';
import { shipped, TestBench } from './bench.ts';

/** The game that `a` opens. */
class Panel {
  scene: Scene;
  effects: readonly SceneEffect[] = [];
  readonly bench: TestBench;

  constructor(bench: TestBench) {
    this.bench = bench;
    bench.press('a');
    const opened = bench.effects.find((effect) => effect.do === 'open');
    const turn = opened?.do === 'open' ? spofScreen(opened.target, bench.context) : undefined;
    if (turn === undefined) throw new Error('a opened nothing');
    this.scene = turn.scene;
  }

  press(...names: readonly string[]): this {
    for (const name of names) this.#take(this.scene.press({ name, text: '' }, this.bench.context));
    return this;
  }

  /** So many failures were tried: lb-1 stops all, everything else is survived. */
  hear(count: number): this {
    const failures = failuresOf(shipped('distributed')).slice(0, count);
    for (const [index, { component }] of failures.entries()) {
      const share = component === 'lb-1' ? 0 : 1;
      const outcome = {
        success: { reads: share, writes: share },
        late: { reads: 0, writes: 0 },
        failsFor: 0,
        waitsFor: 0,
      };
      this.#take(this.scene.heard({ state: 'part', index, outcome }, this.bench.context));
    }
    return this;
  }

  #take(turn: { readonly scene: Scene; readonly effects: readonly SceneEffect[] } | undefined): void {
    this.scene = turn?.scene ?? this.scene;
    this.effects = turn?.effects ?? [];
  }

  get rows() {
    return this.scene.view(this.bench.context).body;
  }

  get text(): string {
    return this.rows.map(rowText).join('\n');
  }
}

const all = failuresOf(shipped('distributed')).length;

test('boxes are marked, and Enter lets every part fail', () => {
  const panel = new Panel(new TestBench('distributed')).press('space');
  expect(panel.text).toMatch(/lb-1 +\[✓\]/);
  expect(panel.text).toContain('1 box marked');
  expect(panel.press('space').text).toContain('0 boxes marked');
  panel.press('enter');
  expect(panel.effects).toMatchObject([{ do: 'work', job: { kind: 'fail', failures: { length: all } } }]);
});

test('each verdict stands in its box as soon as it is known, and not before', () => {
  const panel = new Panel(new TestBench('distributed')).press('space', 'enter').hear(1);
  expect(panel.text).toContain(`1 of ${all} failures tried`);
  expect(panel.text).toMatch(/lb-1 +\[✓\] stops all/);
  expect(panel.text).not.toContain('survives');
});

test('at the end the score, and for the chosen box why', () => {
  const panel = new Panel(new TestBench('distributed')).press('space', 'enter').hear(all);
  expect(panel.text).toContain('You found 1 of 1. All of them, and no other.');
  expect(panel.text).toContain('lb-1, found: killed, reads and writes stop.');
  expect(panel.text).toContain('lb-1 refuses connections');
  expect(panel.press('r').text).toContain('0 boxes marked');
});

test('what can not be tried says why', () => {
  const panel = new Panel(new TestBench('distributed')).press('enter');
  panel.scene =
    panel.scene.heard({ state: 'failed', why: 'no thread' }, panel.bench.context)?.scene ?? panel.scene;
  expect(panel.text).toContain('It could not be tried: no thread.');
});

test.each([
  [80, 24],
  [60, 20],
  [40, 12],
  [120, 40],
])('it fits into %ix%i', (columns, rows) => {
  const panel = new Panel(new TestBench('distributed', { columns, rows }));
  for (const keys of [['space'], ['down', 'space'], ['right', 'tab'], ['enter']]) {
    panel.press(...keys);
    expect(panel.rows).toHaveLength(panel.bench.context.rows);
    expect(Math.max(...panel.rows.map(rowWidth))).toBeLessThanOrEqual(columns);
  }
  panel.hear(all);
  expect(Math.max(...panel.rows.map(rowWidth))).toBeLessThanOrEqual(columns);
});

test.each(['one-server', 'distributed', 'secured', 'scaled-up'])(
  'every box of %s has its mark, at 80x24',
  (id) => {
    const panel = new Panel(new TestBench(id));
    const { components, hosts } = shipped(id);
    const marks = panel.text.match(/\[ \]/g) ?? [];
    expect(marks).toHaveLength(components.length + hosts.length);
  },
);
