import type { QuantityUnit } from '../course/quantity.ts';
import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { numberForms } from './quiz.ts';

const t = messagesOf('lesson');

/** Words of the lesson reader. */
export const lesson = {
  title: t`Lesson`,
  page: (page: number, pages: number) => t`page ${page} of ${pages}`,
  moreBelow: (count: number) => t`${count} more ${['line', 'lines']}`,
  tryIt: t`Try it:`,
  predict: t`Say first, then watch:`,
  whatDoYouSay: t`What do you say?`,
  again: t`You have made your guess.`,
  watchAgain: (seed: number) => t`watch that run again (seed ${seed})`,
  guessAgain: t`guess again, about another night`,
  never: t`never`,
  youSaid: (guess: string, value: string, seed: number, right: boolean) =>
    t`You said: ${guess}. In your run (seed ${seed}) it was ${value}: ${right ? t`you were right.` : t`not so.`}`,
  whichLink: t`Where to?`,
  /** `range` is what such runs come to, whatever their seed */
  youWrote: (guess: string, value: string, seed: number, right: boolean, range: string) =>
    t`You said ${guess}. In your run (seed ${seed}) it was ${value}. ${right ? t`You were right` : t`Not so`}: with any seed it is ${range}.`,
  orLess: (most: string) => t`${most} or less`,
  orMore: (least: string) => t`${least} or more`,
  yourNumber: t`Your number:`,
  noNumber: (unit: QuantityUnit) => t`Write ${numberForms(unit)}.`,
  tryIts: t`Make it happen in the simulator.`,
  nowYouCan: t`Now you can`,
  next: (title: string) => t`Next: ${title}`,
  nextQuiz: (title: string) => t`Next: the quiz "${title}"`,
  end: t`That was the last lesson of the course.`,
  draft: t`(draft)`,
  broken: t`This lesson can't be shown:`,
  empty: t`This lesson has no text yet.`,
  stroke: (stroke: number, strokes: number) => t`${stroke} of ${strokes}`,
  recordedOn: (programs: string) => t`Recorded: ${programs}`,
  madeFromTopology: (path: string) => t`${path}, made from this topology`,
  notesHere: (count: number) =>
    count === 1 ? t`d opens the note` : t`d opens the ${count} notes, one by one`,
  noListing: t`This configuration can't be shown.`,
  sources: t`Sources for this page`,
  /** a mark in the text, and what stands before its source */
  footnote: (number: number) => `[${number}]`,
  noDiagram: (topology: string) => t`The diagram "${excerpt(topology)}" can't be drawn. In words:`,
  keys: {
    scroll: { label: t`scroll`, help: t`Scroll a line` },
    page: { label: '', help: t`Scroll a window up or down` },
    space: { label: '', help: t`Draw on, then scroll on; at the end of a page, the next one` },
    next: { label: t`next`, help: t`Next page; after the last one, what comes next in the course` },
    previous: { label: t`back`, help: t`Page before; on the first, the lesson before` },
    draw: {
      label: t`draw on`,
      help: t`Draw the next stroke of the diagram, or open the next note; after the last one, begin again`,
    },
    drawAgain: t`draw again`,
    note: t`note`,
    toPage: { label: '', help: t`Go to that page` },
    tryIt: { label: t`try it`, help: t`Open the run that the pointer is at` },
    nextTry: { label: t`other run`, help: t`Point at the next run on this page` },
    links: { label: t`follow a link`, help: t`Follow a link on this page` },
    sources: { label: t`sources`, help: t`Show the sources of this page` },
    fromSources: { label: t`page`, help: t`Go back to the page` },
    sideways: { label: t`sideways`, help: t`Move code and drawings that are too wide to the side` },
    say: { label: t`say it`, help: t`Say this number, and watch the run` },
    erase: { label: t`erase`, help: t`Erase the last character` },
    stopSaying: { label: t`leave it`, help: t`Go back to the page without a guess` },
    go: { label: t`go on`, help: t`Go on` },
  },
} as const;
