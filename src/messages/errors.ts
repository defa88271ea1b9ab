import type { UnknownLanguage } from '../commands/language.ts';
import type { Place } from '../learner/progress.ts';
import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { program } from './program.ts';

const t = messagesOf('errors');

/** One sentence for everything that a person can get wrong on the command line: what, where, and what to do. */
const didYouMean = (nearest: string | undefined) =>
  nearest === undefined ? '' : t` Did you mean ${excerpt(nearest)}?`;

export const errors = {
  unknownCommand: (word: string, nearest: string | undefined) =>
    t`There is no command ${quoted(word)}.${didYouMean(nearest)} "${program} help" lists them all.`,
  whichCommand: (group: string, usages: readonly string[]) =>
    t`${group} wants to know what to do: ${program} ${usages.slice(0, -1).join(', ')}, or ${usages.at(-1)?.replace(/\.+$/, '')}.`,
  unknownOption: (option: string, command: string, nearest: string | undefined) =>
    t`${command} has no option ${excerpt(option)}.${didYouMean(nearest)} "${program} ${command} --help" lists them.`,
  unknownGlobalOption: (option: string, nearest: string | undefined) =>
    t`There is no option ${excerpt(option)}.${didYouMean(nearest)} "${program} --help" lists them.`,
  optionNeedsValue: (option: string, written: string) =>
    t`${excerpt(option)} needs a value after it: write ${written}.`,
  optionTakesNoValue: (option: string) => t`${excerpt(option)} takes no value: write ${option} alone.`,
  optionTwice: (option: string) => t`${excerpt(option)} is given twice: give it once.`,
  missing: (command: string, what: string, usage: string) =>
    t`${command} needs ${what}: ${program} ${usage}.`,
  tooMany: (command: string, word: string, usage: string) =>
    t`${command} can't use ${quoted(word)}: write ${program} ${usage}.`,
  notATime: (option: string, text: string) =>
    t`${option} ${quoted(text)} is not a time longer than 0: write a number with its unit, such as 500ms, 60s, 5m or 2h.`,
  tooLong: (option: string, text: string, most: string) =>
    t`${option} ${excerpt(text)} is longer than this simulator runs: give at most ${most}.`,
  notARate: (text: string, most: number) =>
    t`--rate ${quoted(text)} is not a number of requests per second: write a number above 0 and up to ${most}, such as 100.`,
  playsNoJson: t`spof --play is a talk in lines: leave --json out.`,
  notARequest: (option: string, text: string) =>
    t`${option} ${quoted(text)} is no request: write slowest, failed, or a number from 1.`,
  notASeed: (text: string, most: number) =>
    t`--seed ${quoted(text)} is not a seed: write a whole number from 0 to ${most}.`,
  emptyReport: t`--report needs the name of a file to write to: simulate TOPOLOGY --report incident.md.`,
  emptyRequests: t`--requests is empty: give the name of a file, such as --requests requests.jsonl.`,
  unknownId: (id: string, nearest: string | undefined, kinds: string) =>
    t`There is no ${kinds} ${quoted(id)} in this course.${didYouMean(nearest)} ` +
    t`"${program} list" shows every id.`,
  notToPrepare: (option: string) =>
    t`--${option} needs a topology to prepare: ${program} start distributed --fault '10s kill web-2'.`,
  unknownQuiz: (id: string, nearest: string | undefined) =>
    t`There is no quiz ${quoted(id)} in this course.${didYouMean(nearest)} "${program} list" shows every id.`,
  whichShell: (shells: readonly string[]) => t`completion needs the name of a shell: ${shells.join(', ')}.`,
  nothingToReset: t`reset needs the id of a lesson, quiz, mission or stage, or --all: ${program} reset ID | --all.`,
  resetBoth: t`reset takes an id or --all, not both: ${program} reset ID | --all.`,
  unknownMission: (id: string, nearest: string | undefined) =>
    t`There is no mission ${quoted(id)} in this course.${didYouMean(nearest)} "${program} list" shows every id.`,
  noMission: t`This course has no mission: write one into its missions folder and list it in course.yaml.`,
  noQuiz: t`This course has no quiz: write one into its quizzes folder and list it in course.yaml.`,
  cannotWrite: (file: string, reason: string) =>
    t`${excerpt(file, longestPath)} can't be written: ${reason}.`,
  unexpected: (message: string, file: string | undefined) =>
    t`Something went wrong in infra-tutor itself: ${message}. ${report(file)}`,
  crashed: (message: string, file: string | undefined) =>
    t`infra-tutor stopped because of a fault of its own (${message}); what you did is saved, so start it again to go on. ${report(file)}`,
  killed: t`infra-tutor was killed or ran out of memory; what you did is saved, so start it again to go on.`,
  notShown: (place: string, message: string, file: string | undefined) =>
    t`${place} could not be shown because of a fault of infra-tutor's own (${message}), so the map was opened. ${report(file)}`,
  notOpenedAgain: (place: string) =>
    t`${place} is not opened again, since infra-tutor ended there before it could be seen. You can open it from the map.`,
  cannotOpen: (file: string, reason: string) => t`${excerpt(file, longestPath)} can't be opened: ${reason}.`,
  whichFormat: (asked: string, formats: readonly string[]) =>
    t`--format ${quoted(asked)} is no format: write ${formats.join(', ')}.`,
  noCourseHere: t`There is no course.yaml in this folder: name the folder of a course, such as ${program} course lint my-course.`,
  unknownLanguage: ({ asked, by, known }: UnknownLanguage) =>
    t`${by} ${quoted(asked)}: infra-tutor doesn't speak that language. It speaks ${known.join(', ')}.`,
  emptyCourse: t`--course is empty: give the folder of a course, such as --course my-course.`,
};

/** What a person wrote; without quotes an empty word would be invisible. */
function quoted(text: string): string {
  return `"${excerpt(text)}"`;
}

/** Where a fault of the program's own was kept. */
function report(file: string | undefined): string {
  return file === undefined
    ? t`Run it again with INFRA_TUTOR_DEBUG=1 to see where, and please report it.`
    : t`Please report it with what is known of it: ${file}`;
}

/** What a place is, at the beginning of a sentence. */
export function placeWords(place: Place): string {
  switch (place.screen) {
    case 'map':
      return t`The map`;
    case 'lesson':
      return t`The lesson ${quoted(place.lesson)}`;
    case 'quiz':
      return t`The quiz ${quoted(place.quiz)}`;
    case 'review':
      return t`The review`;
    case 'placement':
      return t`The placement`;
    case 'simulator':
      return t`The simulator of ${quoted(place.topology)}`;
    case 'mission':
      return t`The mission ${quoted(place.mission)}`;
  }
}
