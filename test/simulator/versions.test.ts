import { describe, expect, it } from 'vitest';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { causesOf } from '../../src/story/cause.ts';
import { haproxy } from '../reality/haproxy.ts';
import { counted, type Played, play, read } from './play.ts';

const site = haproxy({ traffic: 'rate: 50' }).replace(
  'cpu: 0% }',
  'cpu: 0%, versions: { v2: { errors: 100% }, v3: { service: 900ms } } }',
);
const run = (faults: readonly string[], seconds = 30): Played => play(site, { for: seconds, faults });
const version = ({ simulation }: Played, id: string) =>
  simulation.view().components.find((each) => each.id === id)?.version?.name;

describe('a deployment of a version', () => {
  it('to one of two brings its errors to half of the requests', () => {
    const { '500': errors = 0, '200': good = 0 } = counted(run(['5s deploy s1 v2']), 10, 29);
    expect(Math.abs(errors - good)).toBeLessThan(20);
  });

  it('brings its service time, and the version before that one its own again', () => {
    const slow = (played: Played) =>
      played.requests.filter(({ t, ms }) => t > 12 && t < 28 && (ms ?? 0) > 800).length;
    expect(slow(run(['5s deploy app-server v3 all-at-once']))).toBeGreaterThan(700);
    expect(slow(run(['2s deploy app-server v3 all-at-once', '8s deploy app-server v1 all-at-once']))).toBe(0);
  });

  it('outlives kills and power cuts, as what is on a disk does', () => {
    expect(version(run(['5s deploy s1 v2', '15s kill s1', '16s start s1']), 's1')).toBe('v2');
    expect(version(run(['5s deploy s1 v2', '15s power-off host-s1', '16s power-on host-s1']), 's1')).toBe(
      'v2',
    );
    expect(version(run(['5s deploy s1 v2', '15s deploy s1']), 's1')).toBe('v2');
  });

  it('is named as the cause of what it brings, and not of what a fault does beside it', () => {
    const causes = (faults: readonly string[], seconds: number) => {
      const { simulation } = run(faults, seconds);
      return causesOf(simulation.view(), read(site)).map(
        (cause) => cause.kind === 'trouble' && cause.version,
      );
    };
    expect(causes(['5s deploy app-server v2 all-at-once'], 12)).toEqual(['v2']);
    expect(
      causes(['5s deploy app-server v2 all-at-once', '9s errors s1 100%', '9s errors s2 100%'], 12),
    ).toEqual([undefined]);
  });

  it.each([
    ['deploy s1 v9', 's1 has no version "v9": did you mean "v1"? It has v1, v2, v3'],
    ['deploy load-balancer v2', 'load-balancer has no versions: only application servers do'],
    ['deploy s3', 'recorded has no component or kind of component "s3"'],
    [
      'deploy s1 v2 slowly',
      '"slowly" is not rolling or all-at-once. It is written `deploy app-server rolling`',
    ],
  ])('that cannot be is refused: %s', (words, sentence) => {
    const parsed = parseFault(words, read(site));
    expect('error' in parsed ? parsed.error : parsed).toContain(sentence);
  });
});
