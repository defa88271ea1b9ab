import type { Course } from '../course/model.ts';
import { lessonsOf, missionsOf, quizzesOf } from '../learner/standing.ts';
import { type CommandName, commandWords, globalOptions } from '../messages/commands.ts';
import type { Command, Completes } from './command.ts';

/** The shells that `completion` knows. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/**
 * What the last word of a command line may become. Whoever presses Tab waits for it, so that the course is read only
 * when ids are asked for.
 *
 * @param line the command line up to the cursor, the program's name included; it ends in a space when a new word begins
 */
export async function candidates(
  line: string,
  load: (name: CommandName) => Promise<Command>,
  openCourse: () => Promise<Course>,
): Promise<string[]> {
  const words = line.trimStart().split(/\s+/).slice(1);
  const last = words.pop() ?? '';
  const before = words.filter((word) => !word.startsWith('-'));
  const name = commandIn(before);
  let known: readonly string[];
  if (last.startsWith('-')) known = optionsOf(name);
  else if (name === undefined) known = firstWords(before);
  else if (before.length > name.split(' ').length) known = [];
  else known = await wordsOf((await load(name)).completes, openCourse);
  return [...new Set(known)].filter((word) => word.startsWith(last)).sort();
}

function commandIn(before: readonly string[]): CommandName | undefined {
  const [first = '', second = ''] = before;
  for (const name of [`${first} ${second}`, first]) if (isCommand(name)) return name;
  return undefined;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandWords, name);
}

/** The commands, and after `course` what may follow it. */
function firstWords(before: readonly string[]): string[] {
  const names = Object.keys(commandWords).map((name) => name.split(' '));
  const [group] = before;
  if (group === undefined) return ['help', ...names.map(([first = '']) => first)];
  if (group === 'help' && before.length === 1) return ['authoring', ...names.map(([first = '']) => first)];
  return names.flatMap(([first, second]) => (first === group && second !== undefined ? [second] : []));
}

function optionsOf(name: CommandName | undefined): string[] {
  const own = name === undefined ? [] : commandWords[name].options;
  return [...own, ...globalOptions].map(([written]) => written.split(' ')[0] ?? '');
}

async function wordsOf(
  kind: Completes | undefined,
  openCourse: () => Promise<Course>,
): Promise<readonly string[]> {
  if (kind === undefined) return [];
  if (kind === 'shell') return SHELLS;
  const course = await openCourse();
  const topologies = course.topologies.map(({ id }) => id);
  const quizzes = quizzesOf(course).map(({ id }) => id);
  const missions = missionsOf(course).map(({ id }) => id);
  const stages = course.stages.map(({ id }) => id);
  const parts = [...lessonsOf(course).map(({ id }) => id), ...quizzes, ...missions, ...stages];
  switch (kind) {
    case 'topology':
      return topologies;
    case 'quiz':
      return quizzes;
    case 'mission':
      return missions;
    case 'stage':
      return stages;
    case 'part':
      return parts;
    case 'anything':
      return [...parts, ...topologies];
  }
}
