import { expect, it } from 'vitest';
import { type InkKey, KeyReader } from '../../src/ui/keys.ts';

const none: InkKey = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageUp: false,
  pageDown: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  meta: false,
  tab: false,
  backspace: false,
  delete: false,
};

function names(input: string, key: Partial<InkKey> = {}, reader = new KeyReader()): string[] {
  return reader.read(input, { ...none, ...key }).map(({ name }) => name);
}

it('names keys as Ink 6.8 reports them', () => {
  expect(names('', { upArrow: true })).toEqual(['up']);
  expect(names('', { escape: true, meta: true })).toEqual(['escape']);
  expect(names('\r', { return: true })).toEqual(['enter']);
  expect(names('\n')).toEqual(['enter']);
  expect(names('', { delete: true })).toEqual(['backspace']);
  expect(names('', { backspace: true })).toEqual(['backspace']);
  expect(names('c', { ctrl: true })).toEqual(['ctrl+c']);
  expect(names(' ')).toEqual(['space']);
});

it('takes several characters of one read apart', () => {
  expect(names('jj\r')).toEqual(['j', 'j', 'enter']);
  expect(names('a\x7f ')).toEqual(['a', 'backspace', 'space']);
  expect(names('q\x03')).toEqual(['q', 'ctrl+c']);
});

it('hears nothing in a letter with Alt, a mouse report, a function key or a focus report', () => {
  expect(names('q', { meta: true })).toEqual([]);
  expect(names('[<0;10;5M')).toEqual([]);
  expect(names('')).toEqual([]);
  expect(names('[I')).toEqual([]);
  expect(names('[15;2~')).toEqual([]);
});

it('marks what is pasted, so that only a text field takes it', () => {
  const reader = new KeyReader();
  expect(reader.read('[200~', none)).toEqual([]);
  expect(reader.read('q\n', none)).toEqual([
    { name: 'q', text: 'q', pasted: true },
    { name: 'space', text: ' ', pasted: true },
  ]);
  expect(reader.read('[201~', none)).toEqual([]);
  expect(reader.read('q', none)).toEqual([{ name: 'q', text: 'q', pasted: false }]);
});

it('takes a long text in one read for a paste, and a Ctrl-C in it for what it is', () => {
  const reader = new KeyReader();
  const presses = reader.read(`${'k'.repeat(10_000)}\x03`, none);
  expect(presses.filter(({ pasted }) => !pasted)).toEqual([{ name: 'ctrl+c', text: '', pasted: false }]);
  expect(reader.read('kk', none).every(({ pasted }) => !pasted)).toBe(true);
});
