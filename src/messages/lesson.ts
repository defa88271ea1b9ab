import type { QuantityUnit } from '../course/quantity.ts';
import { excerpt } from '../text/excerpt.ts';
import { numberForms } from './quiz.ts';

/** Words of the lesson reader. */
export const lesson = {
  title: 'Lesson',
  page: (page: number, pages: number) => `page ${page} of ${pages}`,
  moreBelow: (count: number) => (count === 1 ? '1 more line' : `${count} more lines`),
  tryIt: 'Try it:',
  predict: 'Say first, then watch:',
  whatDoYouSay: 'What do you say?',
  again: 'You have made your guess.',
  watchAgain: (seed: number) => `watch that run again (seed ${seed})`,
  guessAgain: 'guess again, about another night',
  youSaid: (guess: string, value: string, seed: number, right: boolean) =>
    `You said: ${guess}. In your run (seed ${seed}) it was ${value}: ${right ? 'you were right.' : 'not so.'}`,
  whichLink: 'Where to?',
  /** `range` is what such runs come to, whatever their seed */
  youWrote: (guess: string, value: string, seed: number, right: boolean, range: string) =>
    `You said ${guess}. In your run (seed ${seed}) it was ${value}. ${right ? 'You were right' : 'Not so'}: with any seed it is ${range}.`,
  orLess: (most: string) => `${most} or less`,
  orMore: (least: string) => `${least} or more`,
  yourNumber: 'Your number:',
  noNumber: (unit: QuantityUnit) => `Write ${numberForms(unit)}.`,
  tryIts: 'Make it happen in the simulator.',
  nowYouCan: 'Now you can',
  next: (title: string) => `Next: ${title}`,
  nextQuiz: (title: string) => `Next: the quiz "${title}"`,
  end: 'That was the last lesson of the course.',
  draft: '(draft)',
  broken: "This lesson can't be shown:",
  empty: 'This lesson has no text yet.',
  stroke: (stroke: number, strokes: number) => `${stroke} of ${strokes}`,
  recordedOn: (programs: string) => `Recorded: ${programs}`,
  madeFromTopology: (path: string) => `${path}, made from this topology`,
  notesHere: (count: number) => (count === 1 ? 'd opens the note' : `d opens the ${count} notes, one by one`),
  noListing: "This configuration can't be shown.",
  sources: 'Sources for this page',
  /** a mark in the text, and what stands before its source */
  footnote: (number: number) => `[${number}]`,
  noDiagram: (topology: string) => `The diagram "${excerpt(topology)}" can't be drawn. In words:`,
  keys: {
    scroll: { label: 'scroll', help: 'Scroll a line' },
    page: { label: '', help: 'Scroll a window up or down' },
    space: { label: '', help: 'Draw on, then scroll on; at the end of a page, the next one' },
    next: { label: 'next', help: 'Next page; after the last one, what comes next in the course' },
    previous: { label: 'back', help: 'Page before; on the first, the lesson before' },
    draw: {
      label: 'draw on',
      help: 'Draw the next stroke of the diagram, or open the next note; after the last one, begin again',
    },
    drawAgain: 'draw again',
    note: 'note',
    toPage: { label: '', help: 'Go to that page' },
    tryIt: { label: 'try it', help: 'Open the run that the pointer is at' },
    nextTry: { label: 'other run', help: 'Point at the next run on this page' },
    links: { label: 'follow a link', help: 'Follow a link on this page' },
    sources: { label: 'sources', help: 'Show the sources of this page' },
    fromSources: { label: 'page', help: 'Go back to the page' },
    sideways: { label: 'sideways', help: 'Move code and drawings that are too wide to the side' },
    say: { label: 'say it', help: 'Say this number, and watch the run' },
    erase: { label: 'erase', help: 'Erase the last character' },
    stopSaying: { label: 'leave it', help: 'Go back to the page without a guess' },
    go: { label: 'go on', help: 'Go on' },
  },
} as const;
