import type { QuantityUnit } from '../course/quantity.ts';

/** How a number may be written. */
export function numberForms({ kind, word }: QuantityUnit): string {
  switch (kind) {
    case 'time':
      return `a number such as 5 or 5 ${word}, another unit of time, or a range such as 4-6 ${word}`;
    case 'share':
      return 'a number such as 50 or 50 %, or a range such as 45-55 %';
    case 'count':
      return 'a number such as 5, or a range such as 4-6';
  }
}

/** Words of the quiz. */
export const quiz = {
  title: 'Quiz',
  status: (at: number, all: number, right: number) => `question ${at} of ${all} · ${right} right`,
  resultStatus: (right: number, all: number) => `${right} of ${all} right`,
  several: 'More than one is right.',
  chooseFirst: 'Choose an answer with the arrows or its number, then press Enter.',
  markFirst: 'Mark what you think is right with Space, then press Enter.',
  bringInOrder: 'Space takes a step, the arrows move it.',
  pointAt: 'The arrows choose a component, Space marks it.',
  pointFirst: 'Mark what you mean with Space, then press Enter.',
  noDrawing: "There should be a drawing here, and it can't be made:",
  writeWords: "Capitals and small slips in typing don't matter.",
  writeFirst: 'Write your answer, then press Enter.',
  writeNumber: 'Write a number, then press Enter.',
  noNumber: (unit: QuantityUnit) => `That is no answer: write ${numberForms(unit)}.`,
  orderFirst: 'Put the steps in order first: Space takes one, the arrows move it.',
  putDownFirst: 'Put the step down with Space, then press Enter.',
  rightOrder: 'The right order:',
  hint: (number: number, all: number) => `Hint ${number} of ${all}:`,
  marks: {
    right: 'right',
    wrong: 'not this',
    missed: 'right too',
    overlooked: 'missed',
    answer: 'the answer',
    moving: 'moving',
    notYet: 'not yet',
  },
  verdict: {
    right: 'Right.',
    wrong: 'Not quite.',
    shown: 'This is the answer.',
  },
  moreBelow: (count: number) => (count === 1 ? '1 more line' : `${count} more lines`),
  watch: 'Watch it happen',
  watching: 'Which of the answers comes true.',
  changed: 'This question has changed since you answered it, so it is asked again.',
  broken: "This question can't be asked:",
  brokenQuiz: "This quiz can't be shown:",
  empty: 'There is nothing to ask here.',
  result: {
    all: (all: number) => (all === 1 ? 'Right.' : `All ${all} right.`),
    some: (right: number, all: number) => `${right} of ${all} right.`,
    lookAgain: 'Worth another look:',
    yours: 'you',
    rights: 'right',
    skipped: 'skipped',
    shown: 'you looked at the answer',
    changed: 'an answer that is no longer there',
  },
  again: {
    title: 'You have answered this quiz before.',
    all: 'Start it again',
    wrong: (count: number) =>
      count === 1 ? 'Only the one you got wrong' : `Only the ${count} you got wrong`,
    result: 'Look at the result',
    leave: 'Leave it',
  },
  keys: {
    choose: { label: 'choose', help: 'Choose an answer' },
    number: { help: 'Choose the answer with this number' },
    mark: { label: 'mark', help: 'Mark the answer, or take the mark away' },
    numberMarks: { help: 'Mark the answer with this number, or take the mark away' },
    erase: { label: '', help: 'Take the last letter away' },
    aside: { label: 'hint, skip', help: 'Stop writing: letters are keys' },
    write: { label: 'write on', help: 'Write on: letters are text' },
    choosePlace: { label: '', help: 'Choose a component' },
    nextPlace: { label: '', help: 'The next component' },
    markPlace: { label: 'mark', help: 'Mark the component, or take the mark away' },
    take: { label: 'take', help: 'Take the step, to move it' },
    putDown: { label: 'put down', help: 'Put the step down here' },
    moveStep: { label: 'move', help: 'Move the step' },
    numberMoves: { help: 'Move the step to this place' },
    numberPoints: { help: 'Go to the step in this place' },
    answer: { label: 'answer', help: 'Give this answer' },
    hint: { label: 'hint', help: 'Show a hint, then the next' },
    skip: { label: 'skip', help: 'Go on without an answer' },
    show: { label: 'show answer', help: 'Show the answer' },
    scroll: { label: 'scroll', help: 'Scroll' },
    page: { label: '', help: 'Scroll a window up or down' },
    next: { label: 'next', help: 'Next question' },
    result: { label: 'result', help: 'See how you did' },
    watch: { label: 'watch', help: 'Watch in the simulator why this is the answer' },
    again: { label: 'again', help: 'Start this quiz again' },
    onlyWrong: { label: 'only the wrong', help: 'Ask again only what you got wrong' },
    leave: { label: 'leave', help: 'Back to where you came from' },
  },
} as const;
