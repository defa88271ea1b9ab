import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../../src/simulator/engine/clock.ts';
import { SharedProcessor } from '../../../src/simulator/engine/shared-processor.ts';

/** Jobs as [arrival, work]; when each is done. */
function finished(
  cpus: number,
  jobs: readonly (readonly [number, number])[],
  taken = 0,
): (number | undefined)[] {
  const clock = new Clock();
  const processor = new SharedProcessor(clock, cpus);
  if (taken > 0) processor.take(taken);
  const done: (number | undefined)[] = jobs.map(() => undefined);
  const actor = {
    on(kind: number, job: number) {
      if (kind === 0) processor.run(jobs[job]?.[1] ?? 0, actor, 1, job);
      else done[job] = clock.now;
    },
  };
  jobs.forEach(([arrival], job) => {
    clock.at(arrival, actor, 0, job);
  });
  clock.runTo(1_000_000);
  return done;
}

describe('shared CPUs', () => {
  it('give a lone job all its speed', () => {
    expect(finished(1, [[10, 100]])).toEqual([110]);
    expect(finished(4, [[10, 100]])).toEqual([110]);
  });

  it('are halved by two jobs', () => {
    // until 100 both do 50; then the longer one has the rest to itself
    expect(
      finished(1, [
        [0, 100],
        [0, 50],
      ]),
    ).toEqual([150, 100]);
  });

  it('serve a job that comes later', () => {
    // alone until 40, together until the second has its 30 (at 100), alone again
    expect(
      finished(1, [
        [0, 100],
        [40, 30],
      ]),
    ).toEqual([130, 100]);
  });

  it('share two CPUs among three', () => {
    expect(
      finished(2, [
        [0, 60],
        [0, 60],
        [0, 60],
      ]),
    ).toEqual([90, 90, 90]);
    expect(
      finished(2, [
        [0, 60],
        [0, 60],
      ]),
    ).toEqual([60, 60]);
  });

  it('are slower when somebody else takes a share', () => {
    expect(finished(1, [[0, 100]], 0.5)).toEqual([200]);
    expect(finished(2, [[0, 100]], 0.5)).toEqual([100]);
    expect(
      finished(
        2,
        [
          [0, 100],
          [0, 100],
        ],
        0.5,
      ),
    ).toEqual([200, 200]);
  });

  it('finish equal jobs in the order in which they came', () => {
    const clock = new Clock();
    const processor = new SharedProcessor(clock, 1);
    const order: number[] = [];
    const actor = {
      on(_kind: number, job: number) {
        order.push(job);
      },
    };
    for (let job = 0; job < 5; job++) processor.run(20, actor, 0, job);
    clock.runTo(1000);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  it('count the time that was used', () => {
    const clock = new Clock();
    const processor = new SharedProcessor(clock, 2);
    const nobody = { on() {} };
    processor.run(100, nobody, 0, undefined);
    clock.runTo(50);
    expect(processor.busyTime()).toBe(50);
    clock.runTo(500);
    expect(processor.busyTime()).toBe(100);
  });

  it('forget the work of whoever is killed, and give the others its share at once', () => {
    const clock = new Clock();
    const processor = new SharedProcessor(clock, 1);
    const heard: [string, number][] = [];
    const actor = (name: string) => ({ on: () => heard.push([name, clock.now]) });
    const [killed, other] = [actor('killed'), actor('other')];
    for (let i = 0; i < 5; i++) processor.run(100, killed, 0, undefined);
    processor.run(100, other, 0, undefined);
    clock.runTo(60);
    processor.drop(killed);
    clock.runTo(1000);
    // 10 until 60, 90 more alone
    expect(heard).toEqual([['other', 150]]);
    expect(processor.busyTime()).toBe(150);
  });

  it('keep the work of whoever is stopped where it stands, whatever the others do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        (works, stopAt, pause) => {
          const clock = new Clock();
          const processor = new SharedProcessor(clock, 1);
          const done: number[] = [];
          const actor = () => ({ on: (_kind: number, job: number) => done.push(job) });
          const [stopped, other] = [actor(), actor()];
          works.forEach(([work, stops], job) => {
            processor.run(work, stops ? stopped : other, 0, job);
          });
          clock.runTo(stopAt);
          processor.suspend(stopped);
          clock.runTo(stopAt + pause);
          processor.resume(stopped);
          clock.runTo(5000);
          expect([...done].sort((a, b) => a - b)).toEqual(works.map((_, job) => job));
          const total = works.reduce((sum, [work]) => sum + work, 0);
          expect(processor.busyTime()).toBeGreaterThan(total - works.length);
          expect(processor.busyTime()).toBeLessThan(total + works.length);
          for (const mine of [true, false]) {
            const order = done.filter((job) => works[job]?.[1] === mine);
            const work = (job: number) => works[job]?.[0] ?? 0;
            expect(order).toEqual([...order].sort((a, b) => work(a) - work(b) || a - b));
          }
        },
      ),
    );
  });

  it('count nothing for work that stands still', () => {
    const clock = new Clock();
    const processor = new SharedProcessor(clock, 1);
    const stopped = { on() {} };
    processor.run(100, stopped, 0, undefined);
    clock.runTo(30);
    processor.suspend(stopped);
    clock.runTo(500);
    expect(processor.busyTime()).toBe(30);
    processor.drop(stopped);
    processor.resume(stopped);
    clock.runTo(900);
    expect(processor.busyTime()).toBe(30);
  });

  it('stand still while all of them is taken', () => {
    expect(finished(1, [[0, 100]], 1)).toEqual([undefined]);
  });
});
