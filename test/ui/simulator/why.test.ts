import { expect, test } from 'vitest';
import { loadCourse } from '../../../src/course/load-course.ts';
import { rowText, rowWidth } from '../../../src/text/row-layout.ts';
import type { Scene, SceneEffect } from '../../../src/ui/screen.ts';
import { whyScreen } from '../../../src/ui/screens/why/why.ts';
import { TestBench } from './bench.ts';

const course = loadCourse('.');

/** The panel that `w` opens. */
class Panel {
  scene: Scene;
  effects: readonly SceneEffect[] = [];
  readonly bench: TestBench;

  constructor(bench: TestBench) {
    this.bench = bench;
    bench.context = { ...bench.context, course };
    bench.press('w');
    const opened = bench.effects.find((effect) => effect.do === 'open');
    const turn = opened?.do === 'open' ? whyScreen(opened.target, bench.context) : undefined;
    if (turn === undefined) throw new Error('w opened nothing');
    this.scene = turn.scene;
  }

  press(name: string): this {
    const turn = this.scene.press({ name, text: '' }, this.bench.context);
    if (turn === undefined) return this;
    this.scene = turn.scene;
    this.effects = turn.effects;
    return this;
  }

  get rows() {
    return this.scene.view(this.bench.context).body;
  }

  get text(): string {
    return this.rows.map(rowText).join('\n');
  }
}

function killed(columns = 80, rows = 24): TestBench {
  const bench = new TestBench('distributed', { columns, rows }).wait(2);
  bench.press('K');
  return bench.wait(10);
}

test('w opens the chain behind the newest line, and arrows the one behind another', () => {
  const panel = new Panel(killed());
  expect(panel.text).toMatch(/1 +00:02\.0 fault +you kill web-2\./);
  expect(panel.text).toMatch(/^ *00:\d\d\.\d +users new requests are answered again/);
  panel.press('up');
  expect(panel.text).toMatch(/^ *00:\d\d\.\d +lb-1 marks web-2 down/);
  for (let line = 0; line < 20; line++) panel.press('up');
  expect(panel.text).toMatch(/^ *00:02\.0 +you kill web-2/);
});

test('each link has its number in the drawing, at the place that it is about', () => {
  const panel = new Panel(killed()).press('d');
  const place = (id: string) => panel.rows.map(rowText).find((row) => row.includes(`${id} `)) ?? '';
  expect(place('web-2')).toMatch(/web-2 +1 2 .*fault/);
  expect(place('app-1')).not.toMatch(/app-1 +\d/);
  // where there is room both are there
  const wide = new Panel(killed(120, 40));
  expect(wide.text).toMatch(/1 +00:02\.0 fault/);
  expect(wide.text).toMatch(/web-2 +1 2 .*fault/);
});

test('Enter opens the lesson on it', () => {
  const panel = new Panel(killed()).press('enter');
  expect(panel.effects).toContainEqual({
    do: 'open',
    target: { screen: 'lesson', lesson: 'believed-or-true', page: 0 },
  });
});

test('where nothing has happened it says so', () => {
  const panel = new Panel(new TestBench('distributed').wait(1));
  expect(panel.text).toContain('Nothing has happened yet');
  expect(panel.text).toContain('press f');
  expect(panel.press('enter').press('up').press('d').text).toContain('Nothing has happened yet');
});

test.each([
  [80, 24],
  [60, 20],
  [40, 12],
  [120, 40],
])('it fits into %ix%i', (columns, rows) => {
  const panel = new Panel(killed(columns, rows));
  for (const key of ['up', 'd', 'pagedown', 'down', 'd']) {
    panel.press(key);
    expect(panel.rows).toHaveLength(panel.bench.context.rows);
    expect(Math.max(...panel.rows.map(rowWidth))).toBeLessThanOrEqual(columns);
  }
});

test('t offers another value of each setting that rules, and the run without the fault, side by side', () => {
  const panel = new Panel(killed()).press('t');
  const menu = panel.effects.flatMap((effect) => (effect.do === 'ask' ? effect.choices : []));
  expect(menu.map(({ label }) => label)).toEqual([
    'lb-1.servers.web-2.inter=500ms (now 2s)',
    'lb-1.servers.web-2.fall=1 (now 3)',
    'lb-1.redispatch=true (now false)',
    'lb-1.retries=1 (now 3)',
    'without the fault: kill web-2',
  ]);
  const opened = menu.at(-1)?.choose(panel.bench.context).effects[0];
  expect(opened).toMatchObject({
    do: 'open',
    target: { screen: 'compare', change: expect.stringMatching(/^no 2.* kill web-2$/) },
  });
});
