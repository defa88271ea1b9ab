import { type CommandName, commandWords } from '../messages/commands.ts';

/** What a first look at the arguments finds. */
export interface FirstLook {
  /** the words before and after the command's name */
  readonly rest: readonly string[];
  readonly name: CommandName | undefined;
  /** the word that should have been a command */
  readonly unknown: string | undefined;
}

/** The options of every command that take a word after them. */
const takesValue = new Set(['--course', '--language']);

/** Finds the command among the arguments: the first word that is no option, and for `course` and `progress` the one after it. */
export function findCommand(args: readonly string[]): FirstLook {
  let at = 0;
  while (at < args.length && args[at]?.startsWith('-')) at += takesValue.has(args[at] ?? '') ? 2 : 1;
  const first = args[at];
  if (first === undefined) return { rest: args, name: undefined, unknown: undefined };
  const second = args[at + 1];
  const length = isGroup(first) && second !== undefined && !second.startsWith('-') ? 2 : 1;
  const asked = args.slice(at, at + length).join(' ');
  const rest = [...args.slice(0, at), ...args.slice(at + length)];
  return isCommand(asked)
    ? { rest, name: asked, unknown: undefined }
    : { rest, name: undefined, unknown: asked };
}

/** Whether it takes another word to say which command is meant: `course lint`, `progress export`. */
export function isGroup(word: string): boolean {
  return Object.keys(commandWords).some((name) => name.startsWith(`${word} `));
}

/** How the commands of a group are written, without their options. */
export function groupUsages(group: string): readonly string[] {
  return Object.entries(commandWords)
    .filter(([name]) => name.startsWith(`${group} `))
    .map(([, { usage }]) => usage.replace(/ \[--[^\]]*\]/g, ''));
}

/** Whether there is a command of this name. */
function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandWords, name);
}
