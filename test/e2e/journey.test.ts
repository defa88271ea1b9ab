import { describe, expect, type TestContext, test } from 'vitest';
import { run } from './program.ts';
import { keys, Terminal, type TerminalOptions } from './terminal.ts';

/** Opens the program; it is closed when the test is over. */
function start({ onTestFinished }: TestContext, options: TerminalOptions): Terminal {
  const terminal = new Terminal(options);
  onTestFinished(() => terminal.close());
  return terminal;
}

/** Opens stage 1 on the map, and moves the pointer down to an entry of it. */
async function choose(terminal: Terminal, entry: string): Promise<void> {
  const stage = /▸ . 1 {2}Distributed/;
  await terminal.see('Web infrastructure');
  // a key that changes nothing could not be waited for
  if (!stage.test(terminal.screen())) terminal.press('1');
  await terminal.see(stage);
  // a frame may be seen half painted: then one of the two pointers, the stage's and the entry's, is missing
  const pointers = () => terminal.lines().filter((line) => line.includes('▸'));
  await terminal.until(() => pointers().length === 2, 'for the map');
  for (let moves = 0; moves < 20 && !pointers()[1]?.includes(entry); moves++) {
    const before = pointers()[1];
    terminal.press(keys.down);
    const moved = () => pointers().length === 2 && pointers()[1] !== before;
    await terminal.until(moved, 'for the pointer to move');
  }
  expect(pointers()[1], terminal.screen()).toContain(entry);
}

/** Moves the pointer of the simulator to a component. */
async function chooseComponent(terminal: Terminal, id: string): Promise<void> {
  const chosen = () => /▸ ?([a-z][\w-]*)/.exec(terminal.screen())?.[1];
  await terminal.until(() => chosen() !== undefined, 'for the pointer');
  for (let moves = 0; moves < 20 && chosen() !== id; moves++) {
    const before = chosen();
    terminal.press('\t');
    await terminal.until(() => chosen() !== undefined && chosen() !== before, 'for the pointer to move');
  }
  expect(chosen(), terminal.screen()).toBe(id);
}

describe.concurrent.each([
  [80, 24],
  [60, 20],
  [120, 40],
])('at %i x %i', (columns, rows) => {
  test('a newcomer reads a lesson, answers a quiz, and goes on there the next time', async (context) => {
    const tutor = start(context, { columns, rows });
    await choose(tutor, 'Three hosts instead of one');
    expect(tutor.isFullScreen).toBe(true);
    tutor.press(keys.enter);
    await tutor.see('page 1 of');
    // the picture draws itself, a stroke for each key
    for (const stroke of ['1 of 4', '2 of 4', '3 of 4']) {
      await tutor.see(stroke);
      tutor.press('d');
    }
    await tutor.see('4 of 4');
    await tutor.see(/lb-1.*HAProxy|HAProxy.*lb-1/);
    await tutor.see('server-2');
    tutor.press(keys.right);
    await tutor.see('page 2 of');
    tutor.press(keys.escape);

    await choose(tutor, 'Round robin');
    tutor.press(keys.enter);
    await tutor.see('question 1 of');
    tutor.press('1');
    tutor.press(keys.enter);
    await tutor.see(/Right\.|Not quite\./);
    tutor.press(keys.enter);
    await tutor.see('question 2 of');
    tutor.press('q');
    expect(await tutor.ended()).toBe(0);
    expect(tutor.isFullScreen).toBe(false);

    const again = start(context, { columns, rows, home: tutor.home });
    await again.see('question 2 of');
    again.press('q');
    expect(await again.ended()).toBe(0);
    const status = await run(['status', '--json'], { home: tutor.home });
    expect(JSON.parse(status.stdout)).toMatchObject({
      questions: { answered: 1 },
      place: { screen: 'quiz', quiz: 'round-robin' },
    });
  });

  test('a killed server is noticed late, and comes back', async (context) => {
    const tutor = start(context, { columns, rows, args: ['start', 'distributed'] });
    await tutor.see('Break it');
    await chooseComponent(tutor, 'web-2');
    // four times as fast: whoever waits here for the balancer waits for real
    tutor.press('>');
    tutor.press('>');
    await tutor.see('4x');
    // a balancer that has just started is quicker to give a server up
    await tutor.see(/00:(0[6-9]|[1-5])/);
    // from one thing that happens to the next: a small log shows each, however busy the machine is
    tutor.press(' ');
    await tutor.see('stopped');
    tutor.press('K');
    const killed = await happens(tutor, /you +kill web-2/);
    await tutor.see(/web-2 .*killed/);
    await happens(tutor, /every second request fails/);
    // a small log may have room for one of the two that happen then
    const down = await happens(tutor, /(?:lb-1 +marks web-2 down|users +new requests are answered again)/);
    expect(down - killed).toBeGreaterThanOrEqual(4);
    expect(down - killed).toBeLessThanOrEqual(6.1);
    tutor.press('S');
    const started = await happens(tutor, /you +start web-2/);
    const up = await happens(tutor, /lb-1 +marks web-2 up/);
    expect(up - started).toBeGreaterThanOrEqual(2);
    expect(up - started).toBeLessThanOrEqual(4.1);
    tutor.press('q');
    expect(await tutor.ended()).toBe(0);
    expect(tutor.isFullScreen).toBe(false);

    // a run is not lost by leaving
    const again = start(context, { columns, rows, home: tutor.home });
    await again.see('You left here');
    await again.see(/00:(0[89]|[1-5])/);
    again.press('q');
    expect(await again.ended()).toBe(0);
  });
});

/** Goes on until a line stands in the event log; the second in which it happened. */
async function happens(terminal: Terminal, what: RegExp): Promise<number> {
  const line = new RegExp(`(\\d+\\.\\d) +${what.source}|(\\d+\\.\\d) +\\S+ +${what.source}`);
  const isThere = () => line.test(terminal.screen());
  const title = () => terminal.lines()[0] ?? '';
  await terminal.until(() => isThere() || title().includes('stopped'), `to see ${line}`);
  for (let steps = 0; !isThere(); steps++) {
    if (steps === 40) throw new Error(`${what} does not happen:\n${terminal.screen()}`);
    const before = title();
    terminal.press('n');
    await terminal.until(
      () => isThere() || (title() !== before && title().includes('stopped')),
      `for the next thing after ${before}`,
    );
  }
  const [, direct, afterWho] = line.exec(terminal.screen()) ?? [];
  return Number(direct ?? afterWho);
}
