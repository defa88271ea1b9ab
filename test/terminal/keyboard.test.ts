import { beforeEach, describe, expect, it } from 'vitest';
import { Keyboard } from '../../src/terminal/keyboard.ts';
import { FakeStdin } from './stdin.ts';

let stdin: FakeStdin;
let keyboard: Keyboard;
/** what was given away, in order: keys as Ink reads them, and pastes */
let given: string[];
let waits: { ms: number; callback: () => void }[];

beforeEach(() => {
  stdin = new FakeStdin();
  waits = [];
  given = [];
  keyboard = new Keyboard(stdin, (ms, callback) => {
    const wait = { ms, callback };
    waits.push(wait);
    return () => {
      waits = waits.filter((other) => other !== wait);
    };
  });
  keyboard.on('paste', ({ text }) => given.push(`paste ${text}`));
  keyboard.on('suspend', () => given.push('suspend'));
  keyboard.open();
});

/** Reads as Ink does. */
function listen(): void {
  keyboard.addListener('readable', () => {
    for (let chunk = keyboard.read(); chunk !== null; chunk = keyboard.read()) given.push(chunk);
  });
}

/** Time goes by without another byte. */
function quiet(): void {
  for (const { callback } of waits.splice(0)) callback();
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

it('gives a key away at once, and the next ones one by one, each in a turn of its own', async () => {
  listen();
  stdin.press('j\x1b[Ak');
  expect(given).toEqual(['j']);
  await turns(1);
  expect(given).toEqual(['j', '\x1b[A']);
  await turns(1);
  expect(given).toEqual(['j', '\x1b[A', 'k']);
});

it('keeps what is typed before anybody listens', async () => {
  stdin.press('jk');
  await turns(3);
  expect(given).toEqual([]);
  listen();
  await turns(3);
  expect(given).toEqual(['j', 'k']);
});

describe('while keys are held back', () => {
  it('they wait, in order, for every hold to end', async () => {
    listen();
    const first = keyboard.hold();
    const second = keyboard.hold();
    stdin.press('jk');
    first();
    first();
    await turns(3);
    expect(given).toEqual([]);
    second();
    await turns(3);
    expect(given).toEqual(['j', 'k']);
  });

  it('Ctrl-C is heard at once, and what was typed before it is dropped', () => {
    listen();
    keyboard.hold();
    stdin.press('jk');
    stdin.press('\x03');
    expect(given).toEqual(['\x03']);
  });
});

it('gives a lone Esc away when nothing follows it, in a form that Ink has no doubt about', () => {
  listen();
  stdin.press('\x1b');
  expect(given).toEqual([]);
  expect(waits.map(({ ms }) => ms)).toEqual([25]);
  quiet();
  expect(given).toEqual(['\x1b[27u']);
  stdin.press('\x1b');
  stdin.press('[A');
  expect(waits).toEqual([]);
  expect(given).toEqual(['\x1b[27u', '\x1b[A']);
});

it('waits longer for the rest of a sequence, and forgets it if there is none', () => {
  listen();
  stdin.press('\x1b[1;');
  expect(waits.map(({ ms }) => ms)).toEqual([400]);
  stdin.press('5G');
  expect(given).toEqual([]);
  stdin.press('\x1b[1;');
  quiet();
  stdin.press('j');
  expect(given).toEqual(['j']);
});

it('tells of Ctrl-Z, and gives it to nobody', () => {
  listen();
  stdin.press('\x1a');
  expect(given).toEqual(['suspend']);
});

describe('a paste', () => {
  it('comes in its turn among the keys', async () => {
    listen();
    stdin.press('/\x1b[200~round robin\x1b[201~\r');
    await turns(3);
    expect(given).toEqual(['/', 'paste round robin', '\r']);
  });

  it('that the terminal does not mark is told by its length, up to a pause', () => {
    listen();
    stdin.press('q\r'.repeat(20));
    // the kernel hands a long one out in pieces
    stdin.press('qq');
    expect(given).toEqual([`paste ${'q '.repeat(20)}`, 'paste qq']);
    quiet();
    stdin.press('q');
    expect(given.at(-1)).toBe('q');
  });

  it('that the terminal does not mark takes no Enter along that was pressed after it', async () => {
    listen();
    stdin.press('443 from anywhere, vrrp from lb-host-2');
    stdin.press('\r');
    await turns(3);
    expect(given).toEqual(['paste 443 from anywhere, vrrp from lb-host-2', '\r']);
  });

  it('does not hide a Ctrl-C behind it', () => {
    listen();
    stdin.press(`${'k'.repeat(10_000)}\x03`);
    expect(given).toEqual(['\x03']);
  });

  it('is not what a held arrow key is', async () => {
    listen();
    stdin.press('\x1b[B'.repeat(100));
    await turns(100);
    expect(given).toEqual(Array(100).fill('\x1b[B'));
  });
});

it('hears nothing after it was closed', async () => {
  listen();
  stdin.press('jk');
  keyboard.close();
  stdin.press('q');
  await turns(3);
  expect(given).toEqual(['j']);
});
