import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSession, type Session } from '../../src/terminal/session.ts';
import { FakeTerminal } from './terminal.ts';

class FakeProcess extends EventEmitter {
  readonly pid = 42;
  status: number | undefined;
  readonly signals: string[] = [];
  exit(status: number): void {
    this.status = status;
    this.emit('exit');
  }
  kill(_: number, signal: string): void {
    this.signals.push(signal);
  }
}

const onScreen = ['1049', '2004'];

let terminal: FakeTerminal;
let surroundings: FakeProcess;
let raw: boolean[];
let repaints: number;
let holds: number;
let crashes: unknown[];
let session: Session;

beforeEach(() => {
  terminal = new FakeTerminal(80, 24);
  // as every terminal is at first: cursor shown, long lines wrapped
  terminal.write('\x1b[?25h\x1b[?7h');
  surroundings = new FakeProcess();
  raw = [];
  repaints = 0;
  holds = 0;
  crashes = [];
  session = openSession({
    stdin: { isTTY: true, setRawMode: (on) => raw.push(on) },
    stdout: terminal,
    surroundings,
    hold: () => {
      // whoever paints must stop while the screen is still ours
      expect(terminal.modes.has('1049')).toBe(true);
      holds++;
    },
    repaint: () => repaints++,
    crashed: (error) => {
      // the sentence must stand on the screen that was there before
      expect(terminal.modes.has('1049')).toBe(false);
      crashes.push(error);
    },
  });
});

function expectRestored(): void {
  expect([...terminal.modes].sort()).toEqual(['25', '7']);
  expect(raw.at(-1)).toBe(false);
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
    terminal.emit('error', new Error('EIO'));
    expect(surroundings.status).toBe(129);
  });
});

it('gives the terminal back while the program is stopped, and takes it again when it goes on', () => {
  surroundings.emit('SIGTSTP');
  expectRestored();
  expect(surroundings.signals).toEqual(['SIGSTOP']);
  surroundings.emit('SIGCONT');
  expect([...terminal.modes].sort()).toEqual(onScreen);
  expect(raw.at(-1)).toBe(true);
  expect(repaints).toBe(1);
  expect(holds).toBe(1);
  surroundings.emit('SIGTERM');
  expectRestored();
});

it('leaves no listener behind', () => {
  session.leave();
  expect(surroundings.eventNames()).toEqual([]);
  expect(terminal.eventNames()).toEqual([]);
});
