import { expect, it } from 'vitest';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { runTutor } from '../../src/ui/run.tsx';
import { FakeStdin } from '../terminal/stdin.ts';
import { FakeTerminal } from '../terminal/terminal.ts';
import { drawn } from './mount.ts';
import { smallCourse } from './tutor.tsx';

function start(events: JournalEvent[] = [], onNotShown = () => {}) {
  const terminal = new FakeTerminal(80, 24);
  terminal.write('\x1b[?25h\x1b[?7h');
  const keyboard = new FakeStdin();
  const errors: string[] = [];
  const faults: unknown[] = [];
  let shown = 0;
  const status = runTutor({
    course: smallCourse,
    journal: { record: (event) => void events.push(event), progress: (id) => foldProgress(events, id) },
    abilities: { colour: false, ascii: false, motion: true },
    topologies: async () => () => ({ topology: undefined, problems: [] }),
    doJob: () => undefined,
    stdin: keyboard as unknown as NodeJS.ReadStream,
    stdout: terminal as unknown as NodeJS.WriteStream,
    stderr: { write: (text: string) => errors.push(text) } as unknown as NodeJS.WriteStream,
    clock: { now: () => 1 },
    seed: 1,
    guard: async () => ({ dismiss() {} }),
    shown: () => shown++,
    notShown: (error, place) => {
      faults.push(error);
      onNotShown();
      return `${place.screen} was not shown`;
    },
    crashed: (error) => {
      faults.push(error);
      return 'it crashed';
    },
  });
  return { terminal, keyboard, errors, faults, status, events, shown: () => shown };
}

it('paints the map, follows keys, and leaves the terminal as it found it', async () => {
  const { terminal, keyboard, status, events } = start();
  await drawn();
  expect(terminal.modes).toContain('1049');
  expect(terminal.screen).toHaveLength(24);
  expect(terminal.screen.join('\n')).toContain('Blocks of every kind');
  keyboard.press('j');
  await drawn();
  expect(terminal.screen.join('\n')).toContain('▸ · A long page');
  keyboard.press('q');
  expect(await status).toBe(0);
  expect([...terminal.modes].sort()).toEqual(['25', '7']);
  expect(keyboard.isRaw).toBe(false);
  // without colour not one colour code but the reset that goes with leaving
  expect(terminal.sent.match(/\x1b\[[\d;]*m/g)).toEqual(['\x1b[0m']);
  expect(events.at(-1)).toMatchObject({ type: 'place', place: { screen: 'map' } });
});

it('goes on where the learner stopped, if that is still there', async () => {
  const at = { at: 1, course: 'small' } as const;
  const place = { screen: 'lesson', lesson: 'blocks', page: 2 } as const;
  const here = start([{ ...at, type: 'place', place }]);
  await expect.poll(() => here.terminal.screen.join('\n')).toContain('page 3 of 3');
  here.keyboard.press('\x03');
  expect(await here.status).toBe(0);

  const gone = start([{ ...at, type: 'place', place: { ...place, lesson: 'was-removed' } }]);
  await expect.poll(() => gone.terminal.screen.join('\n')).toContain('One of each');
  gone.keyboard.press('q');
  expect(await gone.status).toBe(0);
});

/** Lets a property of the course break whoever looks at it, until the returned function is called. */
function breaking(owner: object, name: string): () => void {
  const whole = Object.getOwnPropertyDescriptor(owner, name) ?? {};
  Object.defineProperty(owner, name, {
    configurable: true,
    get: () => {
      throw new Error('broken');
    },
  });
  return () => void Object.defineProperty(owner, name, whole);
}

it('says one sentence, on the screen as it was, when it breaks', async () => {
  const { terminal, errors, faults, status, shown } = start();
  await drawn();
  expect(shown()).toBe(1);
  // a stage that cannot even be read breaks the view
  const mend = breaking(smallCourse, 'stages');
  terminal.resize(70, 22);
  process.emit('SIGWINCH');
  const ended = await status;
  mend();
  expect(ended).toBe(1);
  expect([...terminal.modes].sort()).toEqual(['25', '7']);
  expect(errors).toEqual(['it crashed\n']);
  // the error itself, so that its stack can be kept
  expect(faults).toEqual([new Error('broken')]);
});

it('opens the map when the saved place breaks, and says so after the learner left', async () => {
  const lesson = smallCourse.stages.flatMap(({ lessons }) => lessons).find(({ id }) => id === 'blocks');
  const mend = breaking(lesson ?? {}, 'pages');
  const place = { screen: 'lesson', lesson: 'blocks', page: 0 } as const;
  const { terminal, keyboard, errors, faults, status, shown, events } = start(
    [{ type: 'place', at: 1, course: 'small', place }],
    mend,
  );
  await expect.poll(() => terminal.screen.join('\n')).toContain('One of each');
  expect(faults).toEqual([new Error('broken')]);
  expect(shown()).toBe(1);
  expect(errors).toEqual([]);
  keyboard.press('q');
  expect(await status).toBe(0);
  expect(errors).toEqual(['lesson was not shown\n']);
  expect([...terminal.modes].sort()).toEqual(['25', '7']);
  expect(keyboard.isRaw).toBe(false);
  expect(events.at(-1)).toMatchObject({ type: 'place', place: { screen: 'map' } });
});
