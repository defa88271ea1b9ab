import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../../src/simulator/engine/clock.ts';
import type { Timer } from '../../../src/simulator/engine/timers.ts';
import { retained } from '../retained.ts';

class Recorder {
  readonly heard: string[] = [];
  private readonly clock: Clock;
  constructor(clock: Clock) {
    this.clock = clock;
  }
  on(kind: number, subject: string): void {
    this.heard.push(`${this.clock.now}:${kind}:${subject}`);
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

describe('the clock', () => {
  it('lets events happen by time, and those of one moment in the order in which they were scheduled', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 }), (times) => {
        const clock = new Clock();
        const recorder = new Recorder(clock);
        times.forEach((time, i) => {
          clock.at(time, recorder, i, 'x');
        });
        clock.runTo(100);
        const expected = times
          .map((time, i) => ({ time, i }))
          .sort((a, b) => a.time - b.time || a.i - b.i)
          .map(({ time, i }) => `${time}:${i}:x`);
        expect(recorder.heard).toEqual(expected);
      }),
    );
  });

  it('stops after so many events, never within a moment, and goes on as if it had not stopped', () => {
    const times = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 100 });
    const pieces = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(times, pieces, (at, most) => {
        const [whole, cut] = [new Clock(), new Clock()];
        const [heard, inPieces] = [new Recorder(whole), new Recorder(cut)];
        at.forEach((time, i) => {
          whole.at(time, heard, i, 'x');
          cut.at(time, inPieces, i, 'x');
        });
        whole.runTo(30);
        for (let turn = 0; cut.now < 30; turn++) {
          const before = cut.fired;
          cut.runSome(30, most[turn % most.length] ?? 1);
          if (cut.now === 30) break;
          expect(cut.fired - before).toBeGreaterThanOrEqual(most[turn % most.length] ?? 1);
          // everything of the moment at which it stands has happened
          expect(cut.fired).toBe(at.filter((time) => time <= cut.now).length);
        }
        expect(inPieces.heard).toEqual(heard.heard);
        expect(cut.fired).toBe(whole.fired);
      }),
    );
  });

  it('stops at the moment it was sent to, with everything of that moment done', () => {
    const clock = new Clock();
    const recorder = new Recorder(clock);
    clock.after(10, recorder, 1, 'at');
    clock.after(11, recorder, 2, 'after');
    clock.runTo(10);
    expect(recorder.heard).toEqual(['10:1:at']);
    expect(clock.now).toBe(10);
    clock.runTo(25);
    expect(recorder.heard).toEqual(['10:1:at', '11:2:after']);
    expect(clock.now).toBe(25);
  });

  it('counts what happened', () => {
    const clock = new Clock();
    const recorder = new Recorder(clock);
    for (let i = 0; i < 7; i++) clock.after(i, recorder, 0, '');
    clock.runTo(4);
    expect(clock.fired).toBe(5);
  });

  it('runs the same in one go or in slices', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }),
        (times, slices) => {
          const heard = (steps: readonly number[]) => {
            const clock = new Clock();
            const recorder = new Recorder(clock);
            times.forEach((time, i) => {
              clock.at(time, recorder, i, '');
            });
            for (const step of steps) clock.runTo(clock.now + step);
            clock.runTo(500);
            return recorder.heard;
          };
          expect(heard(slices)).toEqual(heard([]));
        },
      ),
    );
  });
});

describe('timers', () => {
  it('expire like events, unless they were cancelled', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(5, 10, 30), fc.integer({ min: 0, max: 40 }), fc.boolean()), {
          maxLength: 80,
        }),
        (plans) => {
          const clock = new Clock();
          const recorder = new Recorder(clock);
          const ordered = plans
            .map(([delay, start, cancelled], i) => ({ delay, start, cancelled, i }))
            .sort((a, b) => a.start - b.start);
          for (const { delay, start, cancelled, i } of ordered) {
            clock.runTo(Math.max(clock.now, start));
            const timer = clock.timer(delay, recorder, i, 't');
            if (cancelled) timer.cancel();
          }
          clock.runTo(1000);
          const fired = recorder.heard.map((line) => line.split(':').map(Number));
          const expected = ordered.filter(({ cancelled }) => !cancelled);
          expect(fired.map(([, i]) => i).sort()).toEqual(expected.map(({ i }) => i).sort());
          for (const [time, i] of fired) {
            const plan = expected.find((candidate) => candidate.i === i);
            expect(time).toBe((plan?.start ?? 0) + (plan?.delay ?? 0));
          }
        },
      ),
    );
  });

  it('may be cancelled twice, and after they have expired', () => {
    const clock = new Clock();
    const recorder = new Recorder(clock);
    const timer = clock.timer(5, recorder, 1, 'once');
    clock.runTo(5);
    timer.cancel();
    timer.cancel();
    clock.runTo(50);
    expect(recorder.heard).toEqual(['5:1:once']);
  });

  it('cost no event when they are cancelled in time', () => {
    const clock = new Clock();
    const recorder = new Recorder(clock);
    for (let i = 0; i < 10_000; i++) {
      clock.timer(60_000_000, recorder, 0, 'never').cancel();
      clock.runTo(clock.now + 100);
    }
    clock.runTo(200_000_000);
    expect(recorder.heard).toEqual([]);
    expect(clock.fired).toBeLessThan(100);
  });

  it('keep nothing that is cancelled, behind one that runs for long either', async () => {
    const clock = new Clock();
    const recorder = new Recorder(clock);
    clock.timer(60_000_000, recorder, 0, 'long');
    const gone: WeakRef<object>[] = [];
    for (let i = 0; i < 2000; i++) {
      const subject = { i };
      gone.push(new WeakRef(subject));
      clock.timer(60_000_000, { on() {} }, 0, subject).cancel();
      clock.runTo(clock.now + 100);
    }
    // a WeakRef holds its target until the turn is over
    await new Promise((turn) => setImmediate(turn));
    collectGarbage();
    expect(gone.filter((subject) => subject.deref() !== undefined).length).toBeLessThan(200);
    clock.runTo(60_000_000);
    expect(recorder.heard).toEqual(['60000000:0:long']);
  });

  it('keep nothing for lengths that were used long ago', () => {
    const clock = new Clock();
    for (let length = 1; length <= 5000; length++) clock.timer(length, { on() {} }, 0, undefined);
    for (let length = 5001; length <= 10_000; length++) {
      clock.timer(length, { on() {} }, 0, undefined).cancel();
    }
    clock.runTo(20_000);
    // queues by their length; the events' own places are used again, whoever was in them last
    expect(retained(clock).get('entry') ?? 0).toBe(0);
  });

  it('can be cancelled by one that expires at the same moment before them', () => {
    const clock = new Clock();
    const heard: string[] = [];
    const second = { cancel: () => {} };
    const actor = {
      on(_kind: number, name: string) {
        heard.push(name);
        if (name === 'first') second.cancel();
      },
    };
    clock.timer(10, actor, 0, 'first');
    const timer = clock.timer(10, actor, 0, 'second');
    second.cancel = () => timer.cancel();
    clock.runTo(20);
    expect(heard).toEqual(['first']);
  });

  it('can be put off by whom they concern, and cancelled until it looks', () => {
    const clock = new Clock();
    const late: Timer[] = [];
    const actor = {
      on(_kind: number, _subject: undefined, timer: Timer) {
        late.push(timer.hold());
      },
    };
    const timers = [clock.timer(5, actor, 0, undefined), clock.timer(5, actor, 1, undefined)];
    clock.runTo(10);
    timers[0]?.cancel();
    clock.runTo(20);
    expect(late.map(({ kind, live }) => [kind, live])).toEqual([
      [0, false],
      [1, true],
    ]);
  });
});
