import { expect, it } from 'vitest';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { runTutor } from '../../src/ui/run.tsx';
import { FakeTerminal } from '../terminal/terminal.ts';
import { drawn, Keyboard } from './mount.ts';
import { smallCourse } from './tutor.tsx';

function start(events: JournalEvent[] = []) {
  const terminal = new FakeTerminal(80, 24);
  terminal.write('\x1b[?25h\x1b[?7h');
  const keyboard = new Keyboard();
  const errors: string[] = [];
  const status = runTutor({
    course: smallCourse,
    journal: { record: (event) => void events.push(event), progress: (id) => foldProgress(events, id) },
    abilities: { colour: false, ascii: false },
    topologies: async () => () => ({ topology: undefined, problems: [] }),
    stdin: keyboard as unknown as NodeJS.ReadStream,
    stdout: terminal as unknown as NodeJS.WriteStream,
    stderr: { write: (text: string) => errors.push(text) } as unknown as NodeJS.WriteStream,
    clock: { now: () => 1 },
    seed: 1,
  });
  return { terminal, keyboard, errors, status, events };
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
  // without colour not one colour code, not even a reset
  expect(terminal.sent).not.toMatch(/\x1b\[[\d;]*m/);
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

it('says one sentence, on the screen as it was, when it breaks', async () => {
  const { terminal, errors, status } = start();
  await drawn();
  // a stage that cannot even be read breaks the view
  const stages = smallCourse.stages;
  Object.defineProperty(smallCourse, 'stages', {
    configurable: true,
    get: () => {
      throw new Error('no stages \x1b[2J');
    },
  });
  terminal.resize(70, 22);
  const ended = await status;
  Object.defineProperty(smallCourse, 'stages', { value: stages, configurable: true });
  expect(ended).toBe(1);
  expect([...terminal.modes].sort()).toEqual(['25', '7']);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(/^infra-tutor stopped because of a fault of its own \(no stages \[2J\).*\n$/);
});
