import { parseArgs } from 'node:util';
import { type CommandWords, commandWords, globalOptions } from '../messages/commands.ts';
import { errors } from '../messages/errors.ts';
import type { Asked } from '../terminal/abilities.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Command, Failure, type Given, type OptionKind } from './command.ts';

const globalKinds = {
  course: 'text',
  language: 'text',
  plain: 'flag',
  ascii: 'flag',
  'no-color': 'flag',
  'no-motion': 'flag',
} as const satisfies Record<string, OptionKind>;

export interface Read {
  readonly given: Given;
  readonly asked: Asked;
  readonly course: string | undefined;
}

/** The words after the command's name, checked; undefined stands for the bare `infra-tutor`. */
export function readArguments(args: readonly string[], command: Command | undefined): Read {
  const kinds: Readonly<Record<string, OptionKind>> = { ...globalKinds, ...command?.options };
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }]),
    ),
    strict: false,
    tokens: true,
  });

  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const value = optionValue(token, kinds, command);
    const before = values.get(token.name) ?? [];
    if (before.length > 0 && kinds[token.name] === 'text')
      throw new Failure(errors.optionTwice(token.rawName));
    values.set(token.name, [...before, value]);
  }
  checkCount(words, command);

  const given: Given = {
    words,
    flag: (option) => values.has(option),
    text: (option) => values.get(option)?.[0],
    texts: (option) => values.get(option) ?? [],
  };
  return {
    given,
    asked: {
      plain: given.flag('plain'),
      ascii: given.flag('ascii'),
      noColor: given.flag('no-color'),
      noMotion: given.flag('no-motion'),
    },
    course: given.text('course'),
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

/** The value of one option; empty for a flag. */
function optionValue(
  { name, rawName, value }: OptionToken,
  kinds: Readonly<Record<string, OptionKind>>,
  command: Command | undefined,
): string {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined) throw new Failure(unknownOption(rawName, Object.keys(kinds), command));
  if (kind === 'flag') {
    if (value !== undefined) throw new Failure(errors.optionTakesNoValue(rawName));
    return '';
  }
  if (value === undefined || value.startsWith('--')) {
    throw new Failure(errors.optionNeedsValue(rawName, written(rawName, command)));
  }
  return value;
}

function unknownOption(option: string, known: readonly string[], command: Command | undefined): string {
  const nearest = nearestWord(
    option,
    [...known, 'help', 'version'].map((name) => `--${name}`),
  );
  return command === undefined
    ? errors.unknownGlobalOption(option, nearest)
    : errors.unknownOption(option, command.name, nearest);
}

/** An option as the help writes it. */
function written(option: string, command: Command | undefined): string {
  const own: CommandWords['options'] = command === undefined ? [] : commandWords[command.name].options;
  const found = [...own, ...globalOptions].find(([text]) => text === option || text.startsWith(`${option} `));
  return found?.[0] ?? option;
}

function checkCount(words: readonly string[], command: Command | undefined): void {
  if (command === undefined) return;
  const { atLeast, atMost, what } = command.takes ?? { atLeast: 0, atMost: 0, what: '' };
  const { usage } = commandWords[command.name];
  const extra = words[atMost];
  if (words.length < atLeast || words.slice(0, atLeast).includes('')) {
    throw new Failure(errors.missing(command.name, what, usage));
  }
  if (extra !== undefined) throw new Failure(errors.tooMany(command.name, extra, usage));
}
