import { describe, expect, it } from 'vitest';
import { TestBench } from './bench.ts';

/** The lines of the log that are seen. */
function logOf(bench: TestBench): readonly string[] {
  return bench.lines.filter((line) => /^ \d\d:\d\d\.\d /.test(line));
}

/** Presses keys one after the other, each when the run has arrived where the last one led. */
function press(bench: TestBench, ...keys: readonly string[]): void {
  for (const key of keys) {
    bench.press(key);
    for (let frame = 0; frame < 100 && bench.status.includes('going there'); frame++) bench.wait(0.083);
  }
}

describe('the ways through time', () => {
  it('lead a second back and on, and it is the same run', () => {
    const bench = new TestBench('distributed').wait(5);
    bench.press('K');
    bench.wait(8.3).press('space');
    const before = bench.screen;
    press(bench, ',');
    expect(bench.clock).toBe(130);
    press(bench, ',', ',', '.', '.', '.');
    expect(bench.clock).toBe(140);
    press(bench, 'b', ',', ',', ',');
    expect(bench.clock).toBe(10);
    expect(logOf(bench)).toEqual([]);
    press(bench, 's', 'end', 'enter');
    expect(bench.clock).toBe(140);
    press(bench, ':');
    bench.type('go 13.3s');
    press(bench, 'enter');
    expect(bench.clock).toBe(133);
    expect(bench.screen).toBe(before.replace('live', 'stopped'));
  });

  it('lead back to a mark, and what was done since then is not done again', () => {
    const bench = new TestBench('distributed').wait(3);
    bench.press('z');
    expect(bench.lines.at(-1)).toContain('No mark is set');
    bench.press('P');
    bench.wait(1).press('c', 'O');
    press(bench.wait(5), 'z');
    expect(bench.clock).toBe(40);
    expect(bench.lines.join()).toContain('paused');
    expect(bench.lines.join()).not.toMatch(/✗ off/);
    bench.wait(8);
    expect(bench.lines.join()).not.toMatch(/✗ off/);
  });
});

it('n says of a line that stands earlier than the clock that it is noticed only now', () => {
  const bench = new TestBench('distributed', { columns: 120 }).wait(5);
  bench.press('K');
  const stops = Array.from({ length: 6 }, () => {
    press(bench, 'n');
    return [bench.clock, bench.lines.at(-1) ?? ''] as const;
  });
  const late = stops.flatMap(([clock, said]) => {
    const [, minutes, seconds] = /The line of (\d\d):(\d\d\.\d) shows only now/.exec(said) ?? [];
    return seconds === undefined ? [] : [{ clock, began: (Number(minutes) * 60 + Number(seconds)) * 10 }];
  });
  expect(late.length).toBeGreaterThan(0);
  expect(late.length).toBeLessThan(stops.length);
  for (const { clock, began } of late) expect(began).toBeLessThan(clock - 2);
});

describe('the time line', () => {
  it('knows what happened where, also after time went back, and goes there', () => {
    const bench = new TestBench('distributed').wait(5);
    bench.press('K');
    press(bench.wait(10), 'b', 's', 'home');
    expect(bench.lines.at(-3)).toMatch(/^─ 00:00\.0 of 00:15\.0 /);
    expect(bench.lines.at(-2)).toContain('▲');
    press(bench, 'n');
    expect(bench.lines.at(-1)).toContain('kill web-2');
    press(bench, 'end', 'b');
    expect(bench.lines.at(-1)).toMatch(/lb-1|users/);
    press(bench, 'home', 'right', 'right', 'l', 'k', 'enter');
    expect(bench.clock).toBe(130);
    expect(logOf(bench).join()).toContain('marks web-2 down');
  });

  it('forgets what lay ahead when something else is done', () => {
    const bench = new TestBench('distributed').wait(5);
    bench.press('K');
    press(bench.wait(5), 'b', 'P', 's');
    expect(bench.lines.at(-3)).toMatch(/^─ 00:00\.0 of 00:00\.0 /);
  });
});

describe('the line behind :', () => {
  it('completes a fault word by word, and lets it happen', () => {
    const bench = new TestBench('distributed').wait(2);
    bench.press(':');
    bench.type('err');
    bench.press('tab');
    bench.type('app-2 ');
    expect(bench.lines.at(-2)).toContain('20%  90%');
    bench.type('90');
    bench.press('tab', 'enter');
    expect(logOf(bench).join()).toContain('errors app-2 90%');
  });

  it('takes a fault with its time, as --fault does', () => {
    const bench = new TestBench('distributed').wait(2);
    bench.press(':');
    bench.type('4s kill web-2');
    bench.press('enter');
    expect(bench.lines.at(-1)).toContain('At 00:04.0: kill web-2');
    bench.wait(3);
    expect(logOf(bench).join()).toMatch(/00:04\.0 {2}you {4}kill web-2/);
  });

  it('says what is wrong and stays, and brings back what was said', () => {
    const bench = new TestBench('distributed').wait(2);
    bench.press(':');
    bench.type('kil web-2');
    bench.press('enter');
    expect(bench.lines.at(-2)).toContain('did you mean "kill"?');
    expect(bench.lines.at(-1)).toContain(':kil web-2_');
    bench.press('escape', ':');
    bench.type('inspect lb-1 web-2');
    bench.press('enter');
    expect(bench.lines.join()).toContain('lb-1 to web-2: http, port 80');
    bench.press('escape', ':', 'up');
    expect(bench.lines.at(-1)).toContain(':inspect lb-1 web-2_');
  });

  it('goes to a moment, and sets switches', () => {
    const bench = new TestBench('distributed').wait(2);
    const say = (line: string) => {
      bench.press(':');
      bench.type(line);
      press(bench, 'enter');
    };
    say('go 0:12.5');
    bench.wait(0.5);
    expect(bench.clock).toBeGreaterThanOrEqual(125);
    say('back 10s');
    expect(bench.clock).toBeLessThan(40);
    say('set redispatch=on');
    expect(bench.clock).toBe(0);
    expect(bench.picture.title.map(({ text }) => text).join('')).toContain('with redispatch on');
  });
});

it('y shows the line that repeats the run, broken where a shell reads on', async () => {
  const bench = new TestBench('distributed', { set: ['redispatch=on'] }).wait(5);
  bench.press('K');
  bench.wait(4).press('y');
  await expect(bench.screen).toMatchFileSnapshot('golden/line-80x24.txt');
});

it('is a place to come back to, with what was set', () => {
  const bench = new TestBench('distributed', { set: ['redispatch=on'] }).wait(1);
  expect(bench.scene.place(bench.context)).toMatchObject({
    screen: 'simulator',
    topology: 'distributed',
    set: ['redispatch=on'],
    kept: { at: 1_000_000, seed: 1, done: [] },
  });
  const fresh = new TestBench('distributed');
  expect(fresh.scene.place(fresh.context)).toEqual({ screen: 'simulator', topology: 'distributed' });
});
