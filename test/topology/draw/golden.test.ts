import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeTopology, drawTopology } from '../../../src/topology/draw/draw.ts';
import type { Overlay } from '../../../src/topology/draw/drawing.ts';
import { readTopology } from '../../../src/topology/read.ts';
import type { Component, Topology } from '../../../src/topology/types.ts';

const lessons = join(import.meta.dirname, '../../../lessons');
const golden = join(import.meta.dirname, 'golden');

const shipped = [
  { name: 'one-server', file: '0-simple/one-server.yaml', changes: [] },
  { name: 'doubled', file: '1-distributed/doubled.yaml', changes: [] },
  {
    name: 'doubled-active-passive',
    file: '1-distributed/doubled.yaml',
    changes: ['balancers=active-passive'],
  },
  { name: 'doubled-active-active', file: '1-distributed/doubled.yaml', changes: ['balancers=active-active'] },
  { name: 'distributed', file: '1-distributed/distributed.yaml', changes: [] },
  { name: 'secured', file: '2-secured/secured.yaml', changes: [] },
  { name: 'scaled-up', file: '3-scaled-up/scaled-up.yaml', changes: [] },
  { name: 'scaled-up-five-hosts', file: '3-scaled-up/scaled-up-five-hosts.yaml', changes: [] },
] as const;

function read(file: string, changes: readonly string[]): Topology {
  const { topology } = readTopology(readFileSync(join(lessons, file), 'utf8'), file, changes);
  if (!topology) throw new Error(`${file} can't be read`);
  return topology;
}

function drawn(
  topology: Topology,
  size: { width: number; height?: number },
  ascii: boolean,
  overlay?: Overlay,
): string {
  const drawing = drawTopology(topology, { width: size.width, height: size.height, ascii, overlay });
  return drawing.rows.map((row) => row.map((span) => span.text).join('')).join('\n');
}

/** A moment of a run: web-2 is dead, and the balancers know it. */
function moment(topology: Topology): Overlay {
  const stateOf = (component: Component) => {
    if (component.id === 'web-2') return { state: '✗ killed', tone: 'bad', right: '0/s' } as const;
    if (component.kind === 'database') {
      const right = component.role === 'primary' ? '10 writes/s' : '1 ms behind';
      return { state: component.role, tone: 'good', right } as const;
    }
    if (component.kind === 'keepalived') {
      const first = component.priority > 100;
      return { state: first ? 'MASTER' : 'BACKUP', tone: 'good', right: first ? component.vip : '' } as const;
    }
    return { state: 'up', tone: 'good', right: '100/s' } as const;
  };
  return {
    components: new Map(topology.components.map((component) => [component.id, stateOf(component)])),
    under: new Map(
      topology.components.flatMap((component) => {
        if (component.kind !== 'load-balancer') return [];
        const lines = component.servers.map(({ id }) =>
          id === 'web-2'
            ? ({ label: id, state: 'down', tone: 'bad' } as const)
            : ({ label: id, state: 'up', tone: 'good' } as const),
        );
        return [[component.id, lines] as const];
      }),
    ),
    hosts: new Map(topology.hosts.map(({ id }) => [id, { text: 'cpu 31 %', tone: 'dim' }])),
    cut: new Set(),
    users: '100/s',
    chosen: 'web-2',
  };
}

describe.each(shipped)('$name', ({ name, file, changes }) => {
  const topology = read(file, changes);

  it.each([60, 80, 120])('is drawn at %i columns', async (width) => {
    await expect(drawn(topology, { width }, false)).toMatchFileSnapshot(join(golden, `${name}-${width}.txt`));
    await expect(drawn(topology, { width }, true)).toMatchFileSnapshot(
      join(golden, `${name}-${width}-ascii.txt`),
    );
  });

  it.each([
    { width: 60, height: 10 },
    { width: 80, height: 14 },
    { width: 120, height: 24 },
  ])('is drawn live at $width x $height', async ({ width, height }) => {
    const live = drawn(topology, { width, height }, false, moment(topology));
    expect(live.split('\n').length).toBeLessThanOrEqual(Math.max(height, 14));
    await expect(live).toMatchFileSnapshot(join(golden, `${name}-live-${width}x${height}.txt`));
  });

  it('is told in sentences', async () => {
    const words = describeTopology(topology);
    for (const { id } of topology.components) expect(words.join(' ')).toContain(id);
    await expect(words.join('\n')).toMatchFileSnapshot(join(golden, `${name}-words.txt`));
  });
});
