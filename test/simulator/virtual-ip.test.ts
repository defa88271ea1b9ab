import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vrrpPair } from '../reality/vrrp-pair.ts';
import { ok, type Played, play, SECOND, when } from './play.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];
const DEAD = ['20s kill lb-1', '20s kill keepalived-1'];

function taken(set: readonly string[], faults: readonly string[] = DEAD): number[] {
  return SEEDS.map(
    (seed) =>
      (when(play(vrrpPair(), { seed, for: 60, faults, set: [...set] }), 'takes-vip', 'vip-1', 20) ?? 0) - 20,
  );
}

const holders = (run: Played) =>
  run.simulation
    .view()
    .components.filter(({ vrrp }) => vrrp?.holds === true)
    .map(({ id }) => id);

describe('a virtual IP', () => {
  it.each([
    [1, 100],
    [2, 100],
    [1, 200],
  ])('is taken over after 3 adverts of %d s and the skew of priority %d', (advert, priority) => {
    const set = [
      `keepalived-1.advert_int=${advert}s`,
      `keepalived-2.advert_int=${advert}s`,
      'keepalived-1.priority=250',
      `keepalived-2.priority=${priority}`,
    ];
    const skew = (256 - priority) / 256;
    for (const time of taken(set)) {
      expect(time).toBeGreaterThan(2 * advert + skew - 0.01);
      expect(time).toBeLessThan(3 * advert + skew + 0.01);
    }
  });

  it('is taken over after the skew alone when the other says goodbye', () => {
    for (const time of taken([], ['20s stop keepalived-1'])) expect(time).toBeCloseTo(156 / 256, 2);
  });

  it('is held by the higher priority at the start', () => {
    expect(holders(play(vrrpPair(), { for: 5 }))).toEqual(['keepalived-1']);
    expect(holders(play(vrrpPair(), { for: 5, set: ['keepalived-1.priority=50'] }))).toEqual([
      'keepalived-2',
    ]);
  });

  it('goes to the other when the first was dead at the start', () => {
    const run = play(vrrpPair(), { for: 10, faults: ['0s kill keepalived-1'] });
    expect(holders(run)).toEqual(['keepalived-2']);
  });

  it('comes back to the higher priority with preempt, and stays without', () => {
    const back = ['10s power-off lb-host-1', '30s power-on lb-host-1'];
    expect(holders(play(vrrpPair(), { for: 60, faults: back }))).toEqual(['keepalived-1']);
    expect(holders(play(vrrpPair({ preempt: false }), { for: 60, faults: back }))).toEqual(['keepalived-2']);
  });

  it('stays where HAProxy is dead without a script, and leaves with one', () => {
    const kill = ['10s kill lb-1'];
    expect(holders(play(vrrpPair(), { for: 40, faults: kill }))).toEqual(['keepalived-1']);
    expect(holders(play(vrrpPair({ script: true }), { for: 40, faults: kill }))).toEqual(['keepalived-2']);
  });

  it('does not leave when the script takes too little from the priority', () => {
    const set = ['keepalived-1.track_script.weight=-20'];
    expect(holders(play(vrrpPair({ script: true }), { for: 40, faults: ['10s kill lb-1'], set }))).toEqual([
      'keepalived-1',
    ]);
  });

  it('leaves at once, without a weight: the script is then a fault', () => {
    const set = [
      'keepalived-1.track_script.weight=0',
      'keepalived-1.track_script.interval=1s',
      'keepalived-1.track_script.fall=1',
    ];
    const run = play(vrrpPair({ script: true }), { for: 40, faults: ['10s kill lb-1'], set });
    expect(when(run, 'takes-vip')).toBeLessThan(10 + 1 + 156 / 256 + 0.05);
  });

  it('is on both sides while adverts are lost, and on one after', () => {
    const cut = ['10s partition lb-host-1 lb-host-2', '30s heal lb-host-1 lb-host-2'];
    expect(holders(play(vrrpPair(), { for: 25, faults: cut }))).toHaveLength(2);
    expect(holders(play(vrrpPair(), { for: 60, faults: cut }))).toEqual(['keepalived-1']);
  });

  it('is found again after it was taken off by a keepalived that came back while the other had it', () => {
    const text = readFileSync('lessons/3-scaled-up/scaled-up.yaml', 'utf8');
    const cut = ['1s partition lb-host-2', '1s kill keepalived-1'];
    const run = play(text, {
      for: 90,
      faults: [...cut, '30s heal lb-host-2', '30s start keepalived-1'],
      set: ['preempt=off', 'traffic.rate=6'],
    });
    expect(holders(run)).toEqual(['keepalived-2']);
    // the entry of 30 s has aged, 24.8 s later
    expect(run.requests.filter(({ t }) => t > 56 && t < 79).every(ok)).toBe(true);
  });

  it('leaves no connection for ever where it was: a balancer closes those that fell silent as it moved', () => {
    const text = readFileSync('lessons/3-scaled-up/scaled-up-five-hosts.yaml', 'utf8');
    // its connections are a second long when the other takes the address
    const faults = ['1s delay lb-host-1 users 1000ms', '1s kill keepalived-1'];
    const inside = (seconds: number) =>
      play(text, { for: seconds, faults, set: ['preempt=off', 'traffic.rate=6'] })
        .simulation.view()
        .components.find(({ id }) => id === 'lb-1')?.waiting;
    expect(inside(10)).toBeGreaterThan(5);
    expect(inside(80)).toBe(0);
  });

  it('outlives its keepalived: the address stays on the interface', () => {
    const run = play(vrrpPair(), { for: 30, faults: ['10s kill keepalived-1'] });
    expect(run.report.availability).toBe(1);
  });

  describe('of two equal priorities', () => {
    const EQUAL = ['keepalived-1.priority=100', 'keepalived-2.priority=100'];

    it('is held by the higher address, and the other leaves it alone', () => {
      for (const seed of SEEDS) {
        const run = play(vrrpPair(), { seed, for: 30, set: EQUAL });
        expect(holders(run)).toEqual(['keepalived-2']);
        expect(when(run, 'takes-vip')).toBeUndefined();
      }
    });

    it('is not taken back by the higher address from one who has it: equal is not higher', () => {
      const back = ['10s power-off lb-host-2', '30s power-on lb-host-2'];
      expect(holders(play(vrrpPair(), { for: 60, set: EQUAL, faults: back }))).toEqual(['keepalived-1']);
    });

    it('goes to the higher address after a split brain, without a storm of adverts', () => {
      const cut = ['10s partition lb-host-1 lb-host-2', '30s heal lb-host-1 lb-host-2'];
      for (const seed of SEEDS) {
        const run = play(vrrpPair(), { seed, for: 29, set: EQUAL, faults: cut });
        expect(holders(run)).toHaveLength(2);
        run.simulation.advance(31.1 * SECOND);
        expect(holders(run)).toEqual(['keepalived-2']);
        const { eventsFired } = run.simulation;
        run.simulation.advance(41.1 * SECOND);
        expect(run.simulation.eventsFired - eventsFired).toBeLessThan(2 * (eventsFired / 3.1));
      }
    });
  });

  it('has one master an advert after a split brain, whatever the priorities', () => {
    const cut = ['10s partition lb-host-1 lb-host-2', '30s heal lb-host-1 lb-host-2'];
    for (const one of [50, 100, 254])
      for (const other of [50, 100, 254])
        for (const preempt of [true, false]) {
          const set = [`keepalived-1.priority=${one}`, `keepalived-2.priority=${other}`];
          const run = play(vrrpPair({ preempt }), { for: 31.01, set, faults: cut });
          expect(holders(run), `${one} and ${other}`).toHaveLength(1);
        }
  });

  it('is announced a second time 5 s after it was taken, for whoever missed the first', () => {
    // the users' side doesn't hear lb-host-2 at the moment of its first announcement
    const faults = ['10s power-off lb-host-1', '10s partition users lb-host-2', '15s heal users lb-host-2'];
    const run = play(vrrpPair(), { for: 30, faults });
    const taken = when(run, 'takes-vip', 'vip-1', 10) ?? Number.NaN;
    const answered = run.requests.find((request) => request.t > 10.1 && ok(request));
    const at = (answered?.t ?? Number.NaN) + (answered?.ms ?? Number.NaN) / 1000;
    expect(taken).toBeLessThan(15);
    expect(at - taken).toBeGreaterThan(4.99);
    expect(at - taken).toBeLessThan(5.2);
  });
});

it('settles who is master after a hang, however long it lasted', () => {
  const faults = ['7.5s stop lb-1', '13.7s pause keepalived-2', '30s start lb-1', '30s resume keepalived-2'];
  const { report } = play(
    readFileSync(new URL('../../lessons/3-scaled-up/scaled-up.yaml', import.meta.url), 'utf8'),
    {
      for: 60,
      faults,
      set: ['traffic.rate=10'],
    },
  );
  expect(report.events.filter(({ what }) => what === 'drops-vip').length).toBeGreaterThan(0);
});
