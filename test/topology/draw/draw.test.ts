import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { toAscii } from '../../../src/text/ascii.ts';
import { drawTopology } from '../../../src/topology/draw/draw.ts';
import type { Drawing, Overlay } from '../../../src/topology/draw/drawing.ts';
import { tiersOf } from '../../../src/topology/draw/tiers.ts';
import { wiringOf } from '../../../src/topology/draw/wires.ts';
import type { Topology } from '../../../src/topology/types.ts';
import { anyTopology } from './any-topology.ts';
import { app, balancer, database, keepalived, topology, web } from './fixture.ts';
import { sidesTraced } from './trace.ts';

function textOf(drawing: Drawing): string[] {
  return drawing.rows.map((row) => row.map((span) => span.text).join(''));
}

function drawn(
  one: Topology,
  width: number,
  more: { height?: number; ascii?: boolean; overlay?: Overlay } = {},
) {
  const { height, ascii = false, overlay } = more;
  return drawTopology(one, { width, height, ascii, overlay });
}

function overlayOf(one: Topology, changes: Partial<Overlay> = {}): Overlay {
  return {
    components: new Map(
      one.components.map(({ id }) => [id, { state: '✗ killed', tone: 'bad', right: '10 writes/s' }]),
    ),
    under: new Map(
      one.components.flatMap((component) =>
        component.kind === 'load-balancer'
          ? [
              [
                component.id,
                component.servers.map(({ id }) => ({ label: id, state: 'up', tone: 'good' })),
              ] as const,
            ]
          : [],
      ),
    ),
    hosts: new Map(one.hosts.map(({ id }) => [id, { text: 'cpu 31 %', tone: 'dim' }])),
    cut: new Set(),
    users: '100/s',
    chosen: undefined,
    ...changes,
  };
}

const three = () =>
  topology(
    {
      'lb-host': [balancer('lb-1', ['web-1', 'web-2'])],
      'server-1': [web('web-1', ['app-1']), app('app-1', 'db-1', ['db-2', 'db-1']), database('db-1')],
      'server-2': [web('web-2', ['app-2']), app('app-2', 'db-1', ['db-2', 'db-1']), database('db-2', 'db-1')],
    },
    ['lb-1'],
  );

describe('any topology', () => {
  const size = fc.record({
    width: fc.integer({ min: 40, max: 200 }),
    height: fc.option(fc.integer({ min: 3, max: 50 }), { nil: undefined }),
    ascii: fc.boolean(),
    live: fc.boolean(),
  });

  it('fits the width, names every component and host, and is pure ASCII when asked', () => {
    fc.assert(
      fc.property(anyTopology, size, (one, { width, height, ascii, live }) => {
        const overlay = live ? overlayOf(one) : undefined;
        const drawing = drawTopology(one, { width, height, ascii, overlay });
        const rows = textOf(drawing);
        for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(width);
        const whole = rows.join('\n');
        // A name that is wider than a whole row is broken over two.
        const joined = rows.map((row) => row.trim()).join('');
        for (const { id } of [...one.hosts, ...one.components]) {
          const name = ascii ? toAscii(id) : id;
          expect(whole.includes(name) || joined.includes(name), name).toBe(true);
          expect(drawing.places.has(id), id).toBe(true);
        }
        if (ascii) expect(whole).toMatch(/^[\x20-\x7e\n]*$/);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('is no taller than asked unless it is a line a host', () => {
    fc.assert(
      fc.property(anyTopology, size, (one, { width, height, live }) => {
        const overlay = live ? overlayOf(one) : undefined;
        const rows = textOf(drawTopology(one, { width, height, ascii: false, overlay }));
        const inBoxes = rows.some((row) => row.includes('┌'));
        if (inBoxes && height !== undefined) expect(rows.length).toBeLessThanOrEqual(height);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('tells the truth: what a finger finds along the lines is what the file says', () => {
    let traced = 0;
    fc.assert(
      fc.property(anyTopology, (one) => {
        const { wires } = wiringOf(tiersOf(one));
        const relations = wires.flatMap((wire) => wire.relations.map(({ from, to }) => `${from} -> ${to}`));
        const drawing = drawn(one, 200);
        if (!textOf(drawing).some((row) => row.includes('┌')) || !isInColumns(drawing)) return;
        // Lines from words, not from boxes, begin where no finger can tell.
        const fromBoxes = relations.filter((relation) => !/^(users|vip-1) /.test(relation));
        traced += fromBoxes.length;
        expect(sidesTraced(drawing), textOf(drawing).join('\n')).toEqual([...new Set(fromBoxes)].sort());
      }),
      { numRuns: 150, seed: 4 },
    );
    expect(traced).toBeGreaterThan(300);
  });

  it('points to the names with its places', () => {
    fc.assert(
      fc.property(anyTopology, fc.integer({ min: 60, max: 160 }), (one, width) => {
        const drawing = drawn(one, width);
        const rows = textOf(drawing);
        for (const [id, { row, column }] of drawing.places) {
          const found = takeFrom(rows[row] ?? '', column);
          expect(found.startsWith(id) || id.startsWith(found), `${id} at ${row} ${column}: ${found}`).toBe(
            true,
          );
        }
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});

/** Do the users stand at the left? */
function isInColumns(drawing: Drawing): boolean {
  return textOf(drawing).some((row) => /^ ?users /.test(row));
}

/** What stands in a row from a cell on; wide characters count twice. */
function takeFrom(row: string, column: number): string {
  let at = 0;
  for (const [index, character] of [...row].entries()) {
    if (at >= column) return [...row].slice(index).join('');
    at += stringWidth(character);
  }
  return '';
}

describe('layout', () => {
  it('puts tiers side by side where they fit, one under the other in a narrow tall window, else in lines', () => {
    const one = topology(
      {
        'load-balancer-host': [balancer('load-balancer-1', ['web-server-1', 'web-server-2'])],
        'web-server-host-1': [web('web-server-1', ['app-server-1'])],
        'web-server-host-2': [web('web-server-2', ['app-server-1'])],
        'app-server-host-1': [app('app-server-1', undefined, [])],
      },
      ['load-balancer-1'],
    );
    const rowOf = (width: number, height: number | undefined, id: string) =>
      drawTopology(one, { width, height, ascii: false, overlay: undefined }).places.get(id)?.row ?? -1;
    expect(textOf(drawn(one, 120)).join('')).toContain('users ─');
    expect(rowOf(60, undefined, 'web-server-1')).toBeGreaterThan(rowOf(60, undefined, 'load-balancer-1'));
    expect(rowOf(60, undefined, 'web-server-1')).toBe(rowOf(60, undefined, 'web-server-2'));
    expect(textOf(drawn(one, 60, { height: 8 }))[0]).toMatch(/^ users +→ load-balancer-1$/);
  });

  it('stands two hosts that send to each other in one tier and says what crosses', () => {
    const rows = textOf(drawn(three(), 80));
    expect(rows.join('\n')).toMatch(/▼ reads.*▼ binlog.*writes ▲/);
  });

  it('draws one bus from two sources to the same two targets', () => {
    const one = topology(
      {
        'web-host-1': [web('web-1', ['app-1', 'app-2'])],
        'web-host-2': [web('web-2', ['app-1', 'app-2'])],
        'app-host-1': [app('app-1', undefined, [])],
        'app-host-2': [app('app-2', undefined, [])],
      },
      ['web-1', 'web-2'],
    );
    const rows = textOf(drawn(one, 80));
    expect(rows.find((row) => row.includes('web-1'))).toMatch(/├─+┬─+▶│ app-1/);
    expect(rows.find((row) => row.includes('web-2'))).toMatch(/├─+┴─+▶│ app-2/);
  });

  it('keeps apart what does not belong to one bus', () => {
    const one = topology(
      {
        'web-host-1': [web('web-1', ['app-2'])],
        'web-host-2': [web('web-2', ['app-1'])],
        'app-host-1': [app('app-1', undefined, [])],
        'app-host-2': [app('app-2', undefined, [])],
      },
      ['web-1', 'web-2'],
    );
    const whole = textOf(drawn(one, 80)).join('\n');
    expect(whole).toContain('┌');
    expect(whole).not.toMatch(/┼/);
  });

  it('puts a virtual IP between its two holders', () => {
    const one = topology(
      {
        'lb-host-1': [balancer('lb-1', ['web-1']), keepalived('keepalived-1', 'vip-1', 150)],
        'web-host': [web('web-1', [])],
        'lb-host-2': [balancer('lb-2', ['web-1']), keepalived('keepalived-2', 'vip-1', 100)],
      },
      ['vip-1'],
    );
    const rows = textOf(drawn(one, 100));
    const vip = rows.findIndex((row) => row.includes('vip-1'));
    expect(rows[vip]).toMatch(/users.*▶ vip-1 ─+┤/);
    expect(rows[vip - 1]).toMatch(/└─.*┬/);
    expect(rows[vip + 1]).toMatch(/lb-host-2 .*┴/);
  });

  it('draws hundreds of hosts as lines, quickly enough to be called at all', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `web-${index}`);
    const hosts = Object.fromEntries(ids.map((id) => [`host-of-${id}`, [web(id, [])]]));
    const one = topology({ 'lb-host': [balancer('lb-1', ids)], ...hosts }, ['lb-1']);
    const rows = textOf(drawn(one, 80));
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.join('\n')).toContain('web-299');
  });

  it('lets no control character out', () => {
    const one = topology({ 'ho\u001b[31mst': [web('we\u0007b-1', [])] }, ['we\u0007b-1']);
    expect(textOf(drawn(one, 60)).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});

describe('a live drawing', () => {
  it('shows states, figures, beliefs and the chosen one, and keeps its shape when they change', () => {
    const one = three();
    const first = drawn(one, 80, { height: 14, overlay: overlayOf(one, { chosen: 'web-2' }) });
    const other = new Map(
      one.components.map(({ id }) => [id, { state: 'up', tone: 'good', right: '1/s' } as const]),
    );
    const second = drawn(one, 80, { height: 14, overlay: overlayOf(one, { components: other }) });
    expect(textOf(first).join('\n')).toMatch(/│▸web-2 {2}✗ killed +10 writes\/s/);
    expect(textOf(first).join('\n')).toMatch(/web-1 {2}up +│/);
    expect(textOf(first).join('\n')).toMatch(/server-1 ─+ cpu 31 %/);
    expect([...second.places]).toEqual([...first.places]);
    const chosen = first.rows.flat().find((span) => span.text.includes('web-2') && span.tone === 'accent');
    expect(chosen).toBeDefined();
  });

  it('says below what the boxes have no room for', () => {
    const one = three();
    const rows = textOf(drawn(one, 80, { height: 9, overlay: overlayOf(one) }));
    expect(rows.length).toBeGreaterThan(0);
    const tight = textOf(drawn(one, 80, { height: 12, overlay: overlayOf(one) }));
    expect(tight.join('\n')).toMatch(/web-1 {2}up/);
  });

  it('breaks the line of a cut link where it has one, and names it where it shares one', () => {
    const one = three();
    const overlay = overlayOf(one, { cut: new Set(['lb-host server-2']) });
    const rows = textOf(drawn(one, 80, { overlay }));
    expect(rows.find((row) => row.includes('web-2  ✗'))).toMatch(/└╌+│/);
    expect(rows.find((row) => row.includes('web-1  ✗'))).toMatch(/┌─+▶│/);
    const shared = overlayOf(one, { cut: new Set(['lb-host users', 'lb-host nowhere']) });
    const named = textOf(drawn(one, 80, { overlay: shared })).join('\n');
    expect(named).toMatch(/users ╌+│ lb-1/);
    expect(named).toContain('cut: lb-host ╌ nowhere');
    const ascii = textOf(drawn(one, 80, { overlay, ascii: true }));
    expect(ascii.find((row) => row.includes('web-2  x'))).toMatch(/\+ - \|/);
  });

  it('does not touch the still drawing', () => {
    const one = three();
    const before = textOf(drawn(one, 80));
    drawn(one, 80, { overlay: overlayOf(one) });
    expect(textOf(drawn(one, 80))).toEqual(before);
  });
});
