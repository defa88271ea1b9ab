import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../src/topology/draw/model.ts';
import { planOf } from '../../../src/topology/draw/plan.ts';
import { waysOf } from '../../../src/topology/draw/ways.ts';
import { anyTopology } from './any-topology.ts';
import { app, balancer, database, keepalived, topology, web } from './fixture.ts';

const arrows = new Set(['▶', '◀', '▲', '▼']);

describe('the ways in a drawing', () => {
  it('lead, cell by cell, from beside the sender to an arrowhead beside the receiver', () => {
    let found = 0;
    fc.assert(
      fc.property(anyTopology, fc.constantFrom(60, 80, 120, 200), (one, width) => {
        const model = modelOf(one, false, undefined);
        const still = planOf(model, width, undefined);
        if (still === undefined) return;
        const ways = waysOf(model, still);
        expect(ways.all.map(({ relation }) => relation)).toHaveLength(model.tiers.relations.length);
        for (const { relation, cells } of ways.all) {
          found++;
          expect(cells.length, `${relation.from} ${relation.to}`).toBeGreaterThan(0);
          const last = cells.at(-1) ?? { x: -1, y: -1 };
          expect(arrows).toContain(still.canvas.at(last.x, last.y));
          cells.slice(1).forEach((cell, index) => {
            const before = cells[index] ?? { x: -9, y: -9 };
            expect(Math.abs(cell.x - before.x) + Math.abs(cell.y - before.y)).toBe(1);
          });
        }
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it('pass through the virtual IP to whichever balancer holds it, and have no cells within a host', () => {
    const one = topology(
      {
        'lb-host-1': [balancer('lb-1', ['web-1']), keepalived('k-1', 'vip-1', 150)],
        'lb-host-2': [balancer('lb-2', ['web-1']), keepalived('k-2', 'vip-1', 100)],
        server: [web('web-1', ['app-1']), app('app-1', 'db-1', []), database('db-1')],
      },
      ['vip-1'],
    );
    const model = modelOf(one, false, undefined);
    const still = planOf(model, 100, undefined);
    if (still === undefined) throw new Error('it fits');
    const ways = waysOf(model, still);
    for (const balancer of ['lb-1', 'lb-2']) {
      const way = ways.between('users', balancer);
      expect(way.map(({ x, y }) => still.canvas.at(x, y)).join('')).toMatch(/^─*▶─+┤$/);
    }
    expect(ways.between('web-1', 'app-1')).toEqual([]);
  });
});
