import { describe, expect, it } from 'vitest';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import { inspect, inspectable } from '../../src/story/inspect/inspect.ts';
import type { Inspected } from '../../src/story/inspect/inspected.ts';
import { shipped, topologies } from '../ui/simulator/bench.ts';

const SECOND = 1_000_000;

function brokenBy(id: string, fault: string, seconds: number) {
  const topology = shipped(id);
  const simulation = new Simulation(topology, { seed: 1 });
  const parsed = parseFault(fault, topology);
  if ('error' in parsed) throw new Error(parsed.error);
  simulation.schedule({ at: 10 * SECOND, fault: parsed.fault });
  simulation.advance(seconds * SECOND);
  return { topology, view: simulation.view() };
}

function linesOf(told: Inspected | undefined): readonly string[] {
  return told?.sections.flatMap(({ lines }) => lines.map(({ text }) => text)) ?? [];
}

describe('what the inspector tells', () => {
  it('of everything in every shipped topology, its role and its configuration or its neighbours', () => {
    for (const { id } of topologies) {
      const scene = brokenBy(id, 'spike traffic 2', 11);
      for (const name of inspectable(scene)) {
        const told = inspect([name], scene);
        expect(told?.role, `${name} of ${id}`).toMatch(/\.$/);
        expect(linesOf(told).length, `${name} of ${id}`).toBeGreaterThan(2);
      }
    }
  });

  it('belief and truth, as long as they differ and once they agree, and what the checks found when', () => {
    const soon = brokenBy('distributed', 'kill web-2', 12.5);
    expect(linesOf(inspect(['lb-1'], soon))).toContain('web-2 is up; in truth it is killed');
    expect(linesOf(inspect(['lb-1'], soon)).join('\n')).toMatch(
      /web-2 is up.*\n.*given to it\nlast check \d\.\d s ago: connection refused; next in \d\.\d s\n\d of 3 failed/,
    );
    const later = brokenBy('distributed', 'kill web-2', 20);
    expect(linesOf(inspect(['lb-1'], later))).toContain('web-2 is down, and so it is');
    expect(linesOf(inspect(['lb-1'], later))).toContain('2 good checks would mark it up');
  });

  it('how full an application server is, and that its kernel drops what has no place', () => {
    const lines = linesOf(inspect(['app-1'], brokenBy('distributed', 'slow app-1 100', 40)));
    expect(lines).toContain('8 of 8 workers busy');
    expect(lines.join('\n')).toMatch(/[1-9]\d* of 511 in its accept queue/);
  });

  it('what its failures count, so that they agree with what the users got, and no more in use than there is', () => {
    const flooded = brokenBy('scaled-up', 'attack flood lb-host-1', 40);
    const lines = linesOf(inspect(['web-2'], flooded));
    expect(lines[0]).toMatch(/^up, \d+ tries\/s, [1-9]\d* fail$/);
    expect(lines).toContain('about 512 of 512 connections in use');
    expect(lines).toContain('nothing: whoever tried it answered for it, with an error or from elsewhere');
    expect(linesOf(inspect(['lb-1'], flooded)).join('\n')).toMatch(/502 {2}\d+ times/);
  });

  it('links by their two ends, with what lies in their way, and certificates', () => {
    const cut = brokenBy('scaled-up', 'partition web-host-1 app-host-1', 12);
    expect(linesOf(inspect(['web-1', 'app-1'], cut))).toContain('acts on it: partition');
    expect(linesOf(inspect(['web-2', 'app-1'], cut))).toContain('nothing lies in its way');
    expect(linesOf(inspect(['web-2', 'app-1'], cut))).toContain('the firewall of app-host-1 lets it in');
    expect(linesOf(inspect(['web-2', 'app-1'], cut)).join()).toContain('in plain text');
    expect(linesOf(inspect(['users', 'lb-1'], cut)).join()).toContain('encrypted');
    expect(inspect(['web-1', 'db-1'], cut)).toBeUndefined();
    expect(inspect(['web-9'], cut)).toBeUndefined();
    const expired = brokenBy('scaled-up', 'cert-expire', 12);
    expect(linesOf(inspect(['www.foobar.com'], expired))).toContain('expired: browsers refuse it');
    expect(linesOf(inspect(['www.foobar.com'], cut)).join()).toContain('TLS ends here');
  });
});
