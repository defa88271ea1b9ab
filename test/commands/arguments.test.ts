import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArguments } from '../../src/commands/arguments.ts';
import { Failure } from '../../src/commands/command.ts';
import { findCommand } from '../../src/commands/find-command.ts';
import { commandHelp } from '../../src/commands/help.ts';
import { commands } from '../../src/commands/registry.ts';
import { type CommandName, type CommandWords, commandWords } from '../../src/messages/commands.ts';
import { faultHelp } from '../../src/simulator/faults/examples.ts';
import { VERBS } from '../../src/simulator/faults/table.ts';

const names = Object.keys(commands) as CommandName[];
const simulate = (await commands.simulate()).command;

test('every command has the name it is registered by, and every option is in its help', async () => {
  for (const name of names) {
    const { command } = await commands[name]();
    expect(command.name).toBe(name);
    const { options }: CommandWords = commandWords[name];
    const told = options.map(([written]) => /^--([a-z]+)/.exec(written)?.[1]);
    expect(told.toSorted()).toEqual(Object.keys(command.options).toSorted());
  }
});

test('the help of simulate tells every fault, in lines of 80 columns', () => {
  const help = commandHelp('simulate');
  for (const verb of VERBS) expect(help).toMatch(new RegExp(`(^|\\s)${verb}\\s`));
  for (const { written } of faultHelp) expect(help).toContain(`\n  ${written}`);
  for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('the command is the first word that is no option', () => {
  expect(findCommand(['--course', 'list', 'simulate', 'x', '--json'])).toEqual({
    name: 'simulate',
    unknown: undefined,
    rest: ['--course', 'list', 'x', '--json'],
  });
  expect(findCommand(['course', 'lint', '--fix'])).toMatchObject({ name: 'course lint', rest: ['--fix'] });
  expect(findCommand(['course', 'lnt'])).toMatchObject({ name: undefined, unknown: 'course lnt' });
  expect(findCommand(['--plain'])).toMatchObject({ name: undefined, unknown: undefined });
  expect(findCommand(['constructor'])).toMatchObject({ name: undefined, unknown: 'constructor' });
});

test('options may stand anywhere, with = or without, and some many times', () => {
  const { given, asked, course } = readArguments(
    [
      '--fault',
      '1s kill a',
      'distributed',
      '--seed=7',
      '--plain',
      '--fault',
      '2s start a',
      '--course',
      'mine',
    ],
    simulate,
  );
  expect(given.words).toEqual(['distributed']);
  expect(given.texts('fault')).toEqual(['1s kill a', '2s start a']);
  expect(given.text('seed')).toBe('7');
  expect(given.flag('json')).toBe(false);
  expect(asked).toEqual({ plain: true, ascii: false, noColor: false, noMotion: false });
  expect(course).toBe('mine');
});

test('what follows -- is a word, whatever it looks like', () => {
  expect(readArguments(['--', '--json'], simulate).given.words).toEqual(['--json']);
});

test('whatever is written, it is read or told in a sentence', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '--for',
      '--json',
      '--set',
      '--seed',
      '--',
      '-',
      '--no-json',
      '-x',
      '--__proto__',
      '--constructor',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word), (args) => {
      try {
        readArguments(args, simulate);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
  );
});
