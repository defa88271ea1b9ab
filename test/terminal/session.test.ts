import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSession, type Session } from '../../src/terminal/session.ts';
import { FakeStdin } from './stdin.ts';
import { FakeTerminal } from './terminal.ts';

class FakeProcess extends EventEmitter {
  readonly pid = 42;
  readonly platform = 'linux';
  status: number | undefined;
  readonly signals: (readonly [number, string])[] = [];
  stopped = (): void => {};
  exit(status: number): void {
    this.status = status;
    this.emit('exit');
  }
  /** returns when the program goes on again, as the real one does */
  kill(pid: number, signal: string): void {
    this.signals.push([pid, signal]);
    this.stopped();
  }
}

const onScreen = ['1049', '2004'];

let terminal: FakeTerminal;
let stdin: FakeStdin;
let surroundings: FakeProcess;
let repaints: number;
let holds: number;
let crashes: unknown[];
let posted: string[];
let dismissed: number;
let session: Session;

beforeEach(() => {
  terminal = new FakeTerminal(80, 24);
  // as every terminal is at first: cursor shown, long lines wrapped
  terminal.write('\x1b[?25h\x1b[?7h');
  surroundings = new FakeProcess();
  stdin = new FakeStdin();
  repaints = 0;
  holds = 0;
  crashes = [];
  posted = [];
  dismissed = 0;
  open();
});

afterEach(() => session.leave());

function open(): void {
  session = openSession({
    stdin,
    stdout: terminal,
    surroundings,
    hold: () => {
      // whoever paints must stop while the screen is still ours
      expect(terminal.modes.has('1049')).toBe(true);
      holds++;
    },
    repaint: () => repaints++,
    guard: async (leave) => {
      posted.push(leave);
      return { dismiss: () => dismissed++ };
    },
    crashed: (error) => {
      // the sentence must stand on the screen that was there before
      expect(terminal.modes.has('1049')).toBe(false);
      crashes.push(error);
    },
  });
}

function expectRestored(): void {
  expect([...terminal.modes].sort()).toEqual(['25', '7']);
  expect(stdin.isRaw).toBe(false);
}

it('takes the alternate screen, hides the cursor, stops wrapping, marks pastes', () => {
  expect([...terminal.modes].sort()).toEqual(onScreen);
});

it('gives everything back, and only once', () => {
  session.leave();
  expectRestored();
  terminal.sent = '';
  session.leave();
  surroundings.emit('exit');
  expect(terminal.sent).toBe('');
});

describe('every way out', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('%s restores and exits with %i', (signal, status) => {
    surroundings.emit(signal);
    expectRestored();
    expect(surroundings.status).toBe(status);
  });

  it('process.exit restores', () => {
    surroundings.exit(0);
    expectRestored();
  });

  it.each(['uncaughtException', 'unhandledRejection'])('%s restores, says so and exits with 1', (name) => {
    surroundings.emit(name, new Error('broken'));
    expectRestored();
    expect(crashes).toEqual([new Error('broken')]);
    expect(surroundings.status).toBe(1);
  });

  it('a terminal that went away ends the program', () => {
    const signs = [
      () => terminal.emit('error', new Error('EIO')),
      () => stdin.emit('error', new Error('EIO')),
      () => stdin.emit('end'),
    ];
    for (const sign of signs) {
      surroundings.status = undefined;
      sign();
      expect(surroundings.status).toBe(129);
      open();
    }
  });
});

describe('a stop', () => {
  const stops: readonly (readonly [string, () => void, number])[] = [
    // the key stops whoever waits for the program, too: the whole process group
    ['Ctrl-Z', () => session.suspend(), 0],
    ['SIGTSTP', () => surroundings.emit('SIGTSTP'), 42],
  ];
  it.each(stops)('%s gives the terminal back until the program goes on', (_, stop, pid) => {
    let stopped = 0;
    let resized = 0;
    surroundings.on('SIGWINCH', () => resized++);
    surroundings.stopped = () => {
      stopped++;
      expectRestored();
      // else the signal would not stop it
      expect(surroundings.listenerCount('SIGTSTP')).toBe(0);
    };
    stop();
    expect(stopped).toBe(1);
    expect(surroundings.signals).toEqual([[pid, 'SIGTSTP']]);
    expect([...terminal.modes].sort()).toEqual(onScreen);
    expect(stdin.isRaw).toBe(true);
    expect([holds, repaints, resized]).toEqual([1, 1, 1]);
    stop();
    expect(stopped).toBe(2);
    surroundings.emit('SIGTERM');
    expectRestored();
  });

  it('that nobody could hear of, SIGSTOP, is mended when the program goes on', () => {
    stdin.isRaw = false;
    terminal.write('\x1b[?1049l\x1b[?25h');
    surroundings.emit('SIGCONT');
    expect([...terminal.modes].sort()).toEqual(onScreen);
    expect(stdin.isRaw).toBe(true);
    expect(repaints).toBe(1);
  });
});

it('has everything painted again when the window was changed, also to the size that it has', () => {
  surroundings.emit('SIGWINCH');
  expect(repaints).toBe(1);
  session.leave();
  surroundings.emit('SIGWINCH');
  expect(repaints).toBe(1);
});

describe('the guard', () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('knows how to leave, and is dismissed when the terminal is given back', async () => {
    await turn();
    expect(posted).toHaveLength(1);
    expect(dismissed).toBe(0);
    terminal.sent = '';
    session.leave();
    expect(terminal.sent).toBe(posted[0]);
    expect(dismissed).toBe(1);
  });

  it('is posted anew after a stop', async () => {
    await turn();
    session.suspend();
    expect(dismissed).toBe(1);
    await turn();
    expect(posted).toHaveLength(2);
    expect(dismissed).toBe(1);
  });

  it('is not posted for a program that has ended before, and is sent away where it came too late', async () => {
    session.leave();
    await turn();
    expect(posted).toHaveLength(0);
    open();
    setImmediate(() => session.leave());
    await turn();
    await turn();
    expect([posted.length, dismissed]).toEqual([1, 1]);
  });
});

it('leaves no listener behind', () => {
  session.leave();
  expect(surroundings.eventNames()).toEqual([]);
  expect(terminal.eventNames()).toEqual([]);
  expect(stdin.eventNames()).toEqual([]);
});
