import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../../src/course/load-course.ts';
import { topologiesOf } from '../../../src/course/topologies.ts';
import { drawTopology } from '../../../src/topology/draw/draw.ts';
import { readTopology } from '../../../src/topology/read.ts';
import type { Id, Topology } from '../../../src/topology/types.ts';

const course = loadCourse('.');
const open = topologiesOf(course, readTopology);
const shipped = course.topologies.flatMap(({ id }) => open(id).topology ?? []);

function linesOf(topology: Topology, width: number, shown?: ReadonlySet<Id>): string[] {
  const drawing = drawTopology(topology, {
    width,
    height: undefined,
    ascii: false,
    overlay: undefined,
    shown,
  });
  return drawing.rows.map((row) => row.map(({ text }) => text).join(''));
}

const everything = ({ hosts, components }: Topology): Id[] => [
  ...hosts.map(({ id }) => id),
  ...components.flatMap((each) => (each.kind === 'keepalived' ? [each.id, each.vip] : [each.id])),
];

describe.each([60, 80, 120])('a part of each shipped topology, %i columns wide,', (width) => {
  it.each(shipped)('$id: is the whole once everything is shown', (topology) => {
    expect(linesOf(topology, width, new Set(everything(topology)))).toEqual(linesOf(topology, width));
  });

  it.each(shipped)('$id: grows in its place, a component at a time', (topology) => {
    const whole = linesOf(topology, width);
    const shown = new Set<Id>();
    for (const { id } of topology.components) {
      shown.add(id);
      const part = linesOf(topology, width, shown);
      const hidden = topology.components.filter((each) => !shown.has(each.id));
      expect(part.join('\n')).toContain(id);
      // `web-1` is no part of `web-12`, and a name is written once
      for (const each of hidden) expect(part.join('\n')).not.toMatch(new RegExp(`│ ${each.id}(?![\\w-])`));
      // words stand where they stand in the whole
      const moved = part.filter((line, y) =>
        [...line].some((glyph, x) => /\w/.test(glyph) && glyph !== [...(whole[y] ?? '')][x]),
      );
      expect(moved).toEqual([]);
    }
  });
});

it('has no line to what is hidden', () => {
  const { topology } = open('distributed');
  const part = topology && linesOf(topology, 80, new Set(['lb-1', 'web-1']));
  expect(part?.map((line) => line.trimEnd())).toMatchInlineSnapshot(`
    [
      "                                          ┌─ server-1 ────────────────────┐",
      "                                       ┌─▶│ web-1  nginx                  │",
      "                                       │  │                               │",
      "                                       │  │                               │",
      "         ┌─ lb-host ─────────────────┐ │  └───────────────────────────────┘",
      " users ─▶│ lb-1  HAProxy, roundrobin ├─┘",
      "         └───────────────────────────┘",
      "",
      "",
      "",
      "",
    ]
  `);
});
