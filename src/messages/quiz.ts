import type { QuantityUnit } from '../course/quantity.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('quiz');

/** How a number may be written. */
export function numberForms({ kind, word }: QuantityUnit): string {
  switch (kind) {
    case 'time':
      return t`a number such as 5 or 5 ${word}, another unit of time, or a range such as 4-6 ${word}`;
    case 'share':
      return t`a number such as 50 or 50 %, or a range such as 45-55 %`;
    case 'count':
      return t`a number such as 5, or a range such as 4-6`;
  }
}

/** Words of the quiz. */
export const quiz = {
  title: t`Quiz`,
  status: (at: number, all: number, right: number) => t`question ${at} of ${all} · ${right} right`,
  resultStatus: (right: number, all: number) => t`${right} of ${all} right`,
  several: t`More than one is right.`,
  chooseFirst: t`Choose an answer with the arrows or its number, then press Enter.`,
  markFirst: t`Mark what you think is right with Space, then press Enter.`,
  bringInOrder: t`Space takes a step, the arrows move it.`,
  pointAt: t`The arrows choose a component, Space marks it.`,
  pointFirst: t`Mark what you mean with Space, then press Enter.`,
  noDrawing: t`There should be a drawing here, and it can't be made:`,
  writeWords: t`Capitals and small slips in typing don't matter.`,
  writeFirst: t`Write your answer, then press Enter.`,
  writeNumber: t`Write a number, then press Enter.`,
  noNumber: (unit: QuantityUnit) => t`That is no answer: write ${numberForms(unit)}.`,
  orderFirst: t`Put the steps in order first: Space takes one, the arrows move it.`,
  putDownFirst: t`Put the step down with Space, then press Enter.`,
  rightOrder: t`The right order:`,
  hint: (number: number, all: number) => t`Hint ${number} of ${all}:`,
  marks: {
    right: t`right`,
    wrong: t`not this`,
    missed: t`right too`,
    overlooked: t`missed`,
    answer: t`the answer`,
    moving: t`moving`,
    notYet: t`not yet`,
  },
  verdict: {
    right: t`Right.`,
    wrong: t`Not quite.`,
    shown: t`This is the answer.`,
  },
  moreBelow: (count: number) => t`${count} more ${['line', 'lines']}`,
  watch: t`Watch it happen`,
  watching: t`Which of the answers comes true.`,
  changed: t`This question has changed since you answered it, so it is asked again.`,
  broken: t`This question can't be asked:`,
  brokenQuiz: t`This quiz can't be shown:`,
  empty: t`There is nothing to ask here.`,
  result: {
    all: (all: number) => (all === 1 ? t`Right.` : t`All ${all} right.`),
    some: (right: number, all: number) => t`${right} of ${all} right.`,
    lookAgain: t`Worth another look:`,
    yours: t`you`,
    rights: t`right`,
    skipped: t`skipped`,
    shown: t`you looked at the answer`,
    changed: t`an answer that is no longer there`,
  },
  again: {
    title: t`You have answered this quiz before.`,
    all: t`Start it again`,
    wrong: (count: number) =>
      count === 1 ? t`Only the one you got wrong` : t`Only the ${count} you got wrong`,
    result: t`Look at the result`,
    leave: t`Leave it`,
  },
  keys: {
    choose: { label: t`choose`, help: t`Choose an answer` },
    number: { help: t`Choose the answer with this number` },
    mark: { label: t`mark`, help: t`Mark the answer, or take the mark away` },
    numberMarks: { help: t`Mark the answer with this number, or take the mark away` },
    erase: { label: '', help: t`Take the last letter away` },
    aside: { label: t`hint, skip`, help: t`Stop writing: letters are keys` },
    write: { label: t`write on`, help: t`Write on: letters are text` },
    choosePlace: { label: '', help: t`Choose a component` },
    nextPlace: { label: '', help: t`The next component` },
    markPlace: { label: t`mark`, help: t`Mark the component, or take the mark away` },
    take: { label: t`take`, help: t`Take the step, to move it` },
    putDown: { label: t`put down`, help: t`Put the step down here` },
    moveStep: { label: t`move`, help: t`Move the step` },
    numberMoves: { help: t`Move the step to this place` },
    numberPoints: { help: t`Go to the step in this place` },
    answer: { label: t`answer`, help: t`Give this answer` },
    hint: { label: t`hint`, help: t`Show a hint, then the next` },
    skip: { label: t`skip`, help: t`Go on without an answer` },
    show: { label: t`show answer`, help: t`Show the answer` },
    scroll: { label: t`scroll`, help: t`Scroll` },
    page: { label: '', help: t`Scroll a window up or down` },
    next: { label: t`next`, help: t`Next question` },
    result: { label: t`result`, help: t`See how you did` },
    watch: { label: t`watch`, help: t`Watch in the simulator why this is the answer` },
    again: { label: t`again`, help: t`Start this quiz again` },
    onlyWrong: { label: t`only the wrong`, help: t`Ask again only what you got wrong` },
    leave: { label: t`leave`, help: t`Back to where you came from` },
  },
} as const;
