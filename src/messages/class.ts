import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { andList } from './list.ts';

const t = messagesOf('class');

/** Words of `hand-in` and of `class report`. */
export const handInWords = {
  name: (name: string, most: number) =>
    t`--name "${excerpt(name)}" is no name: write one of 1 to ${most} letters, such as --name "Müller, A.".`,
  nothing: (title: string) => t`There is nothing to hand in: nothing was answered yet in "${title}".`,
  written: (file: string, answers: number, missions: number, predictions: number) =>
    t`${file}: ${t.counted(answers, 'question')}, ${t.counted(missions, 'mission')}, ${t.counted(predictions, 'prediction')}. Give this file to whoever teaches you; it holds what you did in this course, and your name if you gave it.`,
};

export const classWords = {
  noFiles: t`class report found no .json file in what it was given: name files that "hand-in" wrote, or their folder.`,
  noOutput: (option: string) =>
    t`--${option} is empty: give the name of a file, such as --${option} class.${option}.`,
  runs: (text: string) => t`--runs ${excerpt(text)} is no number of scripts: write 0 to 100000.`,
  unread: (file: string, why: string) =>
    t`${excerpt(file, longestPath)}: not counted, it can't be read: ${why}.`,
  noHandIn: {
    json: (file: string) =>
      t`${excerpt(file, longestPath)}: not counted, it is damaged or no hand-in. Ask for it once more.`,
    form: (file: string) =>
      t`${excerpt(file, longestPath)}: not counted, it is no hand-in as infra-tutor writes it, or was changed.`,
    format: (file: string) =>
      t`${excerpt(file, longestPath)}: not counted, a newer infra-tutor wrote it: install that one.`,
  },
  otherCourse: (file: string, course: string) =>
    t`${excerpt(file, longestPath)}: not counted, it is about another course, ${excerpt(course)}.`,
  otherRevision: (name: string, left: number) =>
    t`${excerpt(name)} had another edition of the course: ${
      left === 0
        ? t`all answers count all the same.`
        : t`${left} ${['answer', 'answers']} to what is asked otherwise now ${['is', 'are']} left out.`
    }`,
  strangers: (name: string, count: number) =>
    t`${excerpt(name)}: ${count} ${['answer', 'answers']} to what this course doesn't ask ${['is', 'are']} left out.`,
  older: (name: string, file: string, newest: string, otherMachine: boolean) =>
    t`${excerpt(name)} handed in more than once: ${excerpt(newest, longestPath)} is the newest and counts, ${excerpt(file, longestPath)} doesn't.${otherMachine ? t` They come from different machines or accounts: are they two people?` : ''}`,
  alike: (names: readonly string[]) =>
    t`${andList(names.map((name) => excerpt(name)))} handed in the same, to the last answer and second.`,
  otherwise: (name: string, count: number) =>
    t`${excerpt(name)}: ${count} ${['answer', 'answers']} ${['is', 'are']} marked otherwise in the file than the course marks ${['it', 'them']}; the course's word counts.`,
  differs: (name: string, id: string, kind: 'mission' | 'prediction', stars: number | undefined) =>
    kind === 'mission'
      ? t`${excerpt(name)}: the script of the mission ${excerpt(id)} gives ${stars ?? 0} ${['star', 'stars']}, and more was handed in.`
      : t`${excerpt(name)}: a prediction in the lesson ${excerpt(id)} comes out otherwise than was handed in.`,
  quiz: (course: string, quiz: string) => `${course} › ${quiz}`,
  title: (title: string, counted: number, files: number) =>
    t`${title}: ${t.counted(counted, 'learner')} of ${t.counted(files, 'file')}`,
  learners: [
    t`learner`,
    t`first`,
    t`final`,
    t`hints`,
    t`looked up`,
    t`minutes`,
    t`missions`,
    t`stars`,
    t`predicted`,
  ] as const,
  hardest: t`Questions, hardest first: share right at first, and what was chosen most of what is wrong`,
  share: (right: number, answered: number) => t`${right} of ${answered}`,
  wrong: (answer: string, count: number, all: number) => t`  most chosen: ${answer} (${count} of ${all})`,
  discrimination: (value: string) => t`  discrimination ${value}`,
  more: (count: number) =>
    t`${count} ${['more question', 'more questions']}: --html, --csv and --json have all of them.`,
  checked: t`What was checked, and what can’t be`,
  graded: t`Answers were graded anew by the course; what the files say of right and wrong was not taken.`,
  rerun: (run: number, differs: number) =>
    t`${run} ${['script', 'scripts']} of missions and predictions ${['was', 'were']} run again: ${
      differs === 0
        ? t`all give what was handed in.`
        : t.plural(differs)`${differs} ${['gives', 'give']} something else (below).`
    }`,
  left: (count: number) =>
    t`${count} ${['script', 'scripts']} ${['was', 'were']} not run again, to save time: --runs N runs more.`,
  without: (count: number) =>
    t`${count} ${['mission', 'missions']} ${['was', 'were']} handed in without a script, by an earlier infra-tutor: can't be checked.`,
  uncheckable: t`Nobody can check who answered, whether an answer was known or looked up in the files of the course (the key is on the learner’s disk), nor hints, times and confidence: whoever wants to can write them into the file.`,
  discriminationMeans: (fewest: number) =>
    t`Discrimination is the corrected point-biserial correlation of having a question right at first with the share of the other questions that the learner had right; from ${fewest} learners on. Under 0.2 is worth a look at the question.`,
  notes: t`Notes`,
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
  htmlTitle: t`Class report`,
  columns: [
    t`question`,
    t`asked`,
    t`answered`,
    t`right at first`,
    t`most chosen wrong answer`,
    t`discrimination`,
  ] as const,
  reading: (done: number, all: number) => t`${done} of ${all} files`,
};
