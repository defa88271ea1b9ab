/** Words of `course import`. */
import { excerpt } from '../text/excerpt.ts';
import { plural } from './plural.ts';
import { program } from './program.ts';

const quoted = (text: string): string => `"${excerpt(text)}"`;

export const importWords = {
  wrote: (file: string, questions: number) => `${plural(questions, 'question')} written into ${file}.`,
  next: (id: string) =>
    `List the quiz in course.yaml as ${id}; "${program} course lint" says what it lacks, such as feedback to its choices.`,
  nothing: (file: string) => `${file} has no question that could be taken, so nothing is written.`,
  whichFormat: (formats: readonly string[], asked: string | undefined) =>
    asked === undefined
      ? `The file doesn't look like any format that is known. Say which one it is: --from ${formats.join(', --from ')}.`
      : `There is no format ${JSON.stringify(excerpt(asked))}. There are ${formats.join(', ')}.`,
  emptyOutput: '--output needs the name of a file.',
  taken: (file: string) =>
    `${file} is there already, and no file is written over. Say another with --output.`,
  notUtf8: (file: string) => `${file} is no UTF-8 text.`,
  tooLarge: (file: string, most: number) =>
    `${file} would become a quiz of more than ${most / 1024} KB, which no course reads. Split it.`,

  // what the notes say
  unfit: (problem: string) => `Left out: as a question of this program it would not do. ${problem}`,
  readsOtherwise:
    'Left out: a part of its text, such as a list with boxes, a hint or a block of code for a run, would be taken for something else.',
  tooLong: 'Left out: it is longer than a page may be.',
  noAnswer: 'Left out: nothing stands between its braces, and an essay is graded by nobody here.',
  description: 'Left out: a text without a question. It may stand above the first question, or in a lesson.',
  matching: 'Left out: things to match with each other are not asked here. An order of steps would be.',
  noRight: 'Left out: no choice is fully right.',
  onlyWrong: 'Left out: no answer is fully right.',
  category: (name: string) => `The category ${quoted(name)} is left out: all questions go into one quiz.`,
  weight: (text: string, percent: number) =>
    `${quoted(text)} was worth ${percent} %. An answer is right or wrong here: this one counts as wrong.`,
  eachAlone: 'Each right choice was right by itself. Here right is who marks all of them.',
  unequal: 'The right choices were worth different parts. Here right is who marks exactly those.',
  anything: 'What is said to any other answer is left out.',
  feedback: (text: string) => `What is said to the answer ${quoted(text)} is left out.`,
  unwritable: (text: string) =>
    `The answer ${quoted(text)} is left out: an answer in words is one line without | and double brackets.`,
  twin: (text: string) => `The second choice ${quoted(text)} is left out: it says the same as one before.`,
  tags: (names: readonly string[]) =>
    `HTML without a counterpart is left out, its text stays: ${names.map((name) => `<${excerpt(name, 20)}>`).join(', ')}.`,
  labels: (labels: readonly string[]) => `Tags are left out: ${excerpt(labels.join(', '))}.`,
  otherNumbers: 'A second right number is left out: one range is right here.',
  gift: (message: string) => `Not understood, and left out: ${message}`,
  isTrue: 'True',
  isFalse: 'False',

  // Aiken
  noLetter: 'Left out: ANSWER: needs the letter of a choice.',
  fewChoices: 'Left out: a question needs two choices at least, each after a capital letter with a point.',
  choicesFirst: 'Left out: its choices come before any question.',
  notAnswered: 'Left out: no line ANSWER: follows.',

  // mdbook-quiz
  toml: (message: string) => `This is no TOML: ${message}`,
  noQuestions: 'There is no [[questions]] in it.',
  tracing: 'Left out: what a program prints, or where it fails to compile, is not asked here.',
  questionType: (type: string) => `Left out: ${quoted(type)} is no type of question of mdbook-quiz.`,
  missing: (key: string) => `Left out: it has no ${key}, or that is no text.`,
  response: (response: string) =>
    `The field for ${quoted(response)} answers is left out: an answer is one line.`,
  explains: 'Learners are not asked why they answered so: promptExplanation is left out.',
  noContext: (key: string) => `There is no multipart.${excerpt(key)}: its text is left out.`,
  unknownKey: (key: string) => `${quoted(key)} is not known, and left out.`,
} as const;
