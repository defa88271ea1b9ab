import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { expect, test } from 'vitest';
import { openJournal } from '../../../src/learner/journal.ts';
import { machineName } from '../../../src/learner/machine.ts';
import { keys } from '../../e2e/terminal.ts';
import { places, start, type Tutor } from './tutor.ts';

interface Ending {
  readonly name: string;
  readonly status: number;
  end(tutor: Tutor): void | Promise<void>;
}

/** Without a chance to do anything about it. */
const killed = (name: string, signal: NodeJS.Signals, status: number): Ending => ({
  name,
  status,
  async end(tutor) {
    await tutor.guard();
    tutor.signalProgram(signal);
  },
});

const bySignal = (name: NodeJS.Signals, status: number): Ending => ({
  name,
  status,
  end: (tutor) => tutor.signalProgram(name),
});

/** Stops, and goes on when the shell brings it to the foreground again, which it does at once. */
const stopping = (name: string, stop: (tutor: Tutor) => void): Ending => ({
  name,
  status: 0,
  async end(tutor) {
    const isThereAgain = () => tutor.isFullScreen && tutor.screen().trim() !== '';
    for (const times of [2, 3]) {
      stop(tutor);
      await tutor.until(() => tutor.settings().length === times && isThereAgain(), 'for it to go on');
    }
    tutor.press('q');
  },
});

const endings: readonly Ending[] = [
  { name: 'q', status: 0, end: (tutor) => tutor.press('q') },
  { name: 'Ctrl-C', status: 0, end: (tutor) => tutor.press(keys.ctrlC) },
  {
    name: 'q after a resize',
    status: 0,
    end(tutor) {
      tutor.resize(60, 20);
      tutor.press('q');
    },
  },
  bySignal('SIGTERM', 143),
  bySignal('SIGHUP', 129),
  bySignal('SIGINT', 130),
  killed('SIGKILL', 'SIGKILL', 137),
  { ...bySignal('SIGUSR2', 1), name: 'an error at any time' },
  {
    name: 'an error while it paints',
    status: 1,
    end(tutor) {
      tutor.signalProgram('SIGURG');
      tutor.press('?');
    },
  },
  killed('no memory left', 'SIGIO', 134),
  stopping('Ctrl-Z and fg', (tutor) => tutor.press(keys.ctrlZ)),
  stopping('SIGTSTP and fg', (tutor) => tutor.signalProgram('SIGTSTP')),
];

/** Every way out of every place in a soak, else each way once, from one place or another. */
const cases = process.env.SOAK
  ? endings.flatMap((ending) =>
      places.flatMap((place) => Array.from({ length: 21 }, () => ({ ending, place }))),
    )
  : endings.map((ending, index) => ({ ending, place: places[index % places.length] ?? places[0] }));

test.concurrent.for(cases)(
  '$ending.name at "$place.sign" leaves the terminal as it was',
  async ({ ending: { end, status }, place: { args, sign } }, context) => {
    const tutor = start(context, { args });
    await tutor.see(sign);
    await end(tutor);
    await tutor.see(/^over$/m);
    expect(tutor.screen()).toContain(`status ${status}`);
    expect(tutor.changedModes()).toEqual([]);
    expect(new Set(tutor.settings().map(compared)).size).toBe(1);
  },
);

/** But for the size, which changes, and BRKINT: no pseudo-terminal has a break, and who comes later can't know it. */
function compared(settings: string): string {
  return settings.replace(/rows \d+; columns \d+;/, '').replace(/-?brkint/, '');
}

test.concurrent('a terminal that takes nothing keeps no key from being heard', async (context) => {
  const tutor = start(context, { args: ['start', 'distributed'] });
  await tutor.see('Break it');
  tutor.stall();
  // more than lies between a program and a terminal that does not read
  for (let i = 0; i < 200; i++) {
    tutor.resize(80 + (i % 2), 24);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  tutor.press(keys.escape);
  const lastLine = () =>
    readFileSync(openJournal(tutor.home, { machine: machineName(homedir()) }).file, 'utf8')
      .split('\n')
      .at(-1);
  await tutor.until(
    () => lastLine()?.includes('"place":{"screen":"map"}') ?? false,
    'for the key to be heard',
  );
  tutor.takeOn();
  await tutor.see('Web infrastructure');
  tutor.press('q');
  await tutor.see(/^over$/m);
  expect(tutor.changedModes()).toEqual([]);
});
