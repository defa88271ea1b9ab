/** Words of `course import`. */
import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { program } from './program.ts';

const t = messagesOf('import');

const quoted = (text: string): string => `"${excerpt(text)}"`;

export const importWords = {
  wrote: (file: string, questions: number) =>
    t`${questions} ${['question', 'questions']} written into ${file}.`,
  next: (id: string) =>
    t`List the quiz in course.yaml as ${id}; "${program} course lint" says what it lacks, such as feedback to its choices.`,
  nothing: (file: string) => t`${file} has no question that could be taken, so nothing is written.`,
  whichFormat: (formats: readonly string[], asked: string | undefined) =>
    asked === undefined
      ? t`The file doesn't look like any format that is known. Say which one it is: --from ${formats.join(', --from ')}.`
      : t`There is no format ${JSON.stringify(excerpt(asked))}. There are ${formats.join(', ')}.`,
  emptyOutput: t`--output needs the name of a file.`,
  taken: (file: string) =>
    t`${file} is there already, and no file is written over. Say another with --output.`,
  notUtf8: (file: string) => t`${file} is no UTF-8 text.`,
  tooLarge: (file: string, most: number) =>
    t`${file} would become a quiz of more than ${most / 1024} KB, which no course reads. Split it.`,

  // what the notes say
  unfit: (problem: string) => t`Left out: as a question of this program it would not do. ${problem}`,
  readsOtherwise: t`Left out: a part of its text, such as a list with boxes, a hint or a block of code for a run, would be taken for something else.`,
  tooLong: t`Left out: it is longer than a page may be.`,
  noAnswer: t`Left out: nothing stands between its braces, and an essay is graded by nobody here.`,
  description: t`Left out: a text without a question. It may stand above the first question, or in a lesson.`,
  matching: t`Left out: things to match with each other are not asked here. An order of steps would be.`,
  noRight: t`Left out: no choice is fully right.`,
  onlyWrong: t`Left out: no answer is fully right.`,
  category: (name: string) => t`The category ${quoted(name)} is left out: all questions go into one quiz.`,
  weight: (text: string, percent: number) =>
    t`${quoted(text)} was worth ${percent} %. An answer is right or wrong here: this one counts as wrong.`,
  eachAlone: t`Each right choice was right by itself. Here right is who marks all of them.`,
  unequal: t`The right choices were worth different parts. Here right is who marks exactly those.`,
  anything: t`What is said to any other answer is left out.`,
  feedback: (text: string) => t`What is said to the answer ${quoted(text)} is left out.`,
  unwritable: (text: string) =>
    t`The answer ${quoted(text)} is left out: an answer in words is one line without | and double brackets.`,
  twin: (text: string) => t`The second choice ${quoted(text)} is left out: it says the same as one before.`,
  tags: (names: readonly string[]) =>
    t`HTML without a counterpart is left out, its text stays: ${names.map((name) => `<${excerpt(name, 20)}>`).join(', ')}.`,
  labels: (labels: readonly string[]) => t`Tags are left out: ${excerpt(labels.join(', '))}.`,
  otherNumbers: t`A second right number is left out: one range is right here.`,
  gift: (message: string) => t`Not understood, and left out: ${message}`,
  isTrue: t`True`,
  isFalse: t`False`,

  // Aiken
  noLetter: t`Left out: ANSWER: needs the letter of a choice.`,
  fewChoices: t`Left out: a question needs two choices at least, each after a capital letter with a point.`,
  choicesFirst: t`Left out: its choices come before any question.`,
  notAnswered: t`Left out: no line ANSWER: follows.`,

  // mdbook-quiz
  toml: (message: string) => t`This is no TOML: ${message}`,
  noQuestions: t`There is no [[questions]] in it.`,
  tracing: t`Left out: what a program prints, or where it fails to compile, is not asked here.`,
  questionType: (type: string) => t`Left out: ${quoted(type)} is no type of question of mdbook-quiz.`,
  missing: (key: string) => t`Left out: it has no ${key}, or that is no text.`,
  response: (response: string) =>
    t`The field for ${quoted(response)} answers is left out: an answer is one line.`,
  explains: t`Learners are not asked why they answered so: promptExplanation is left out.`,
  noContext: (key: string) => t`There is no multipart.${excerpt(key)}: its text is left out.`,
  unknownKey: (key: string) => t`${quoted(key)} is not known, and left out.`,
} as const;
