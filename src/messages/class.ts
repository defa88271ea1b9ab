import { excerpt, longestPath } from '../text/excerpt.ts';
import { plural } from './plural.ts';

/** Words of `hand-in` and of `class report`. */
export const handInWords = {
  name: (name: string, most: number) =>
    `--name "${excerpt(name)}" is no name: write one of 1 to ${most} letters, such as --name "Müller, A.".`,
  nothing: (title: string) => `There is nothing to hand in: nothing was answered yet in "${title}".`,
  written: (file: string, answers: number, missions: number, predictions: number) =>
    `${file}: ${plural(answers, 'question')}, ${plural(missions, 'mission')}, ${plural(predictions, 'prediction')}. Give this file to whoever teaches you; it holds what you did in this course, and your name if you gave it.`,
};

export const classWords = {
  noFiles:
    'class report found no .json file in what it was given: name files that "hand-in" wrote, or their folder.',
  noOutput: (option: string) =>
    `--${option} is empty: give the name of a file, such as --${option} class.${option}.`,
  runs: (text: string) => `--runs ${excerpt(text)} is no number of scripts: write 0 to 100000.`,
  unread: (file: string, why: string) =>
    `${excerpt(file, longestPath)}: not counted, it can't be read: ${why}.`,
  noHandIn: {
    json: (file: string) =>
      `${excerpt(file, longestPath)}: not counted, it is damaged or no hand-in. Ask for it once more.`,
    form: (file: string) =>
      `${excerpt(file, longestPath)}: not counted, it is no hand-in as infra-tutor writes it, or was changed.`,
    format: (file: string) =>
      `${excerpt(file, longestPath)}: not counted, a newer infra-tutor wrote it: install that one.`,
  },
  otherCourse: (file: string, course: string) =>
    `${excerpt(file, longestPath)}: not counted, it is about another course, ${excerpt(course)}.`,
  otherRevision: (name: string, left: number) =>
    `${excerpt(name)} had another edition of the course: ${
      left === 0
        ? 'all answers count all the same.'
        : `${plural(left, 'answer')} to what is asked otherwise now ${left === 1 ? 'is' : 'are'} left out.`
    }`,
  strangers: (name: string, count: number) =>
    `${excerpt(name)}: ${plural(count, 'answer')} to what this course doesn't ask ${count === 1 ? 'is' : 'are'} left out.`,
  older: (name: string, file: string, newest: string, otherMachine: boolean) =>
    `${excerpt(name)} handed in more than once: ${excerpt(newest, longestPath)} is the newest and counts, ${excerpt(file, longestPath)} doesn't.${otherMachine ? ' They come from different machines or accounts: are they two people?' : ''}`,
  alike: (names: readonly string[]) =>
    `${names.map((name) => excerpt(name)).join(' and ')} handed in the same, to the last answer and second.`,
  otherwise: (name: string, count: number) =>
    `${excerpt(name)}: ${plural(count, 'answer')} ${count === 1 ? 'is' : 'are'} marked otherwise in the file than the course marks ${count === 1 ? 'it' : 'them'}; the course's word counts.`,
  differs: (name: string, id: string, kind: 'mission' | 'prediction', stars: number | undefined) =>
    kind === 'mission'
      ? `${excerpt(name)}: the script of the mission ${excerpt(id)} gives ${plural(stars ?? 0, 'star')}, and more was handed in.`
      : `${excerpt(name)}: a prediction in the lesson ${excerpt(id)} comes out otherwise than was handed in.`,
  quiz: (course: string, quiz: string) => `${course} › ${quiz}`,
  title: (title: string, counted: number, files: number) =>
    `${title}: ${plural(counted, 'learner')} of ${plural(files, 'file')}`,
  learners: [
    'learner',
    'first',
    'final',
    'hints',
    'looked up',
    'minutes',
    'missions',
    'stars',
    'predicted',
  ] as const,
  hardest: 'Questions, hardest first: share right at first, and what was chosen most of what is wrong',
  share: (right: number, answered: number) => `${right} of ${answered}`,
  wrong: (answer: string, count: number, all: number) => `  most chosen: ${answer} (${count} of ${all})`,
  discrimination: (value: string) => `  discrimination ${value}`,
  more: (count: number) => `${plural(count, 'more question')}: --html, --csv and --json have all of them.`,
  checked: 'What was checked, and what can’t be',
  graded: 'Answers were graded anew by the course; what the files say of right and wrong was not taken.',
  rerun: (run: number, differs: number) =>
    `${plural(run, 'script')} of missions and predictions ${run === 1 ? 'was' : 'were'} run again: ${
      differs === 0
        ? 'all give what was handed in.'
        : `${differs} ${differs === 1 ? 'gives' : 'give'} something else (below).`
    }`,
  left: (count: number) =>
    `${plural(count, 'script')} ${count === 1 ? 'was' : 'were'} not run again, to save time: --runs N runs more.`,
  without: (count: number) =>
    `${plural(count, 'mission')} ${count === 1 ? 'was' : 'were'} handed in without a script, by an earlier infra-tutor: can't be checked.`,
  uncheckable:
    'Nobody can check who answered, whether an answer was known or looked up in the files of the course (the key is on the learner’s disk), nor hints, times and confidence: whoever wants to can write them into the file.',
  discriminationMeans: (fewest: number) =>
    `Discrimination is the corrected point-biserial correlation of having a question right at first with the share of the other questions that the learner had right; from ${fewest} learners on. Under 0.2 is worth a look at the question.`,
  notes: 'Notes',
  csv: [
    'learner',
    'file',
    'answered',
    'right at first',
    'right at last',
    'hints',
    'looked up',
    'seconds',
    'missions won',
    'stars',
    'predictions',
    'predictions right',
  ] as const,
  htmlTitle: 'Class report',
  columns: [
    'question',
    'asked',
    'answered',
    'right at first',
    'most chosen wrong answer',
    'discrimination',
  ] as const,
  reading: (done: number, all: number) => `${done} of ${all} files`,
};
