import { expect, test } from 'vitest';
import { rowText, rowWidth } from '../../../src/text/row-layout.ts';
import type { Context } from '../../../src/ui/screen.ts';
import { wayScreen } from '../../../src/ui/screens/way/way.ts';
import { shippedTopology, TestBench } from './bench.ts';

/** One stage with few users, so that nobody waits for the test. */
function contextOf(columns: number, rows: number): Context {
  const { context } = new TestBench('one-server', { columns, rows });
  const [stage] = context.course.stages;
  const stages = stage === undefined ? [] : [{ ...stage, topology: 'one-server' }];
  return {
    ...context,
    course: { ...context.course, stages },
    openTopology: (id, set) => {
      const { topology, problems } = shippedTopology(id, set);
      if (topology === undefined) return { topology, problems };
      return { topology: { ...topology, traffic: { ...topology.traffic, rate: 4 } }, problems };
    },
  };
}

test('the way grows night by night, and each step says what it spares and costs', () => {
  const context = contextOf(80, 24);
  let scene = wayScreen({ screen: 'way' }, context)?.scene;
  const text = () => scene?.view(context).body.map(rowText).join('\n') ?? '';
  expect(text()).toContain('Trying One server as it stands');
  for (let frame = 0; frame < 500 && scene?.ticking === true; frame++)
    scene = scene.tick(100, context)?.scene;
  expect(scene?.ticking).toBe(false);
  expect(text()).toMatch(/▸ One server +1 +\d+ +\d+ +\d+ +0/);
  expect(text()).toMatch(/static=half +1 /);
  scene = scene?.press({ name: 'down', text: '' }, context)?.scene;
  expect(text()).toMatch(/With static=half \d+ users fewer are hurt/);
  expect(text()).toMatch(/for\s+the same number of hosts/);
  const opened = scene?.press({ name: 'enter', text: '' }, context)?.effects;
  expect(opened).toMatchObject([{ do: 'open', target: { screen: 'simulator', set: ['static=half'] } }]);
});

test.each([
  [80, 24],
  [60, 20],
  [40, 12],
  [120, 40],
])('it fits into %ix%i', (columns, rows) => {
  const context = contextOf(columns, rows);
  let scene = wayScreen({ screen: 'way' }, context)?.scene;
  for (let frame = 0; frame < 5; frame++) scene = scene?.tick(100, context)?.scene ?? scene;
  const body = scene?.view(context).body ?? [];
  expect(body).toHaveLength(context.rows);
  expect(Math.max(...body.map(rowWidth))).toBeLessThanOrEqual(columns);
});
