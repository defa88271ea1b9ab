import { messagesOf } from './language.ts';

const t = messagesOf('present');

/** Words for whoever presents a course to a room: the slides, the notes beside them, and what lint says of notes. */

/** What lint says of a `notes` block. */
export const notesWords = {
  empty: t`These notes say nothing: write what you would say aloud, or take the block out.`,
  noPage: t`These notes stand before the first page, so nobody sees them: move them under a "## Title".`,
  elsewhere: t`Notes belong to a page of a lesson, or to a quiz or question: here learners would read them. Take them out.`,
} as const;

/** Words of the screen that a room sees. */
export const present = {
  title: t`Presentation`,
  at: (at: number, of: number) => t`${at} of ${of}`,
  keysHint: t`? keys`,
  answerHint: t`a answer`,
  running: t`The run goes on to its end ...`,
  /** `expected` is what such runs come to, whatever their seed, where a number is asked for */
  cameTo: (value: string, expected: string | undefined) =>
    expected === undefined ? t`It was ${value}.` : t`It was ${value}. With any seed it is ${expected}.`,
  gone: t`What was presented here is no longer in the course.`,
  broken: t`This can't be shown:`,
  keys: {
    forward: {
      label: t`on`,
      help: t`Draw the next stroke or open the next note, then scroll on, then the next slide`,
    },
    back: { label: t`back`, help: t`The stroke before, then the slide before` },
    scroll: { label: t`scroll`, help: t`Scroll a line` },
    enter: {
      label: t`answer`,
      help: t`Show the answer; where it is shown, or at a run, open the run; else go on`,
    },
    answer: { label: t`answer`, help: t`Show the answer, and why` },
    run: { label: t`run`, help: t`Open the run that the pointer is at` },
    nextRun: { label: t`other run`, help: t`Point at the next run on this slide` },
    draw: {
      label: t`draw`,
      help: t`Draw the next stroke, or open the next note; after the last one, begin again`,
    },
    watch: { label: t`watch`, help: t`Watch in the simulator why this is the answer` },
    sources: { label: t`sources`, help: t`Show the sources of this page, and the page again` },
    sideways: { label: t`sideways`, help: t`Move code and drawings that are too wide to the side` },
    blank: { label: t`blank`, help: t`Show nothing, until the next of these keys` },
    ends: { label: '', help: t`The first slide, the last slide` },
    quit: { label: t`quit`, help: t`End the presentation` },
  },
} as const;

/** Words of the notes that its speaker sees in another terminal. */
export const speaker = {
  title: t`Speaker notes`,
  at: (at: number, of: number) => t`${at} of ${of}`,
  clock: (since: string) => t`${since} gone`,
  left: (minutes: string) => t`${minutes} left`,
  over: (minutes: string) => t`${minutes} over`,
  stroke: (stroke: number, strokes: number) => t`step ${stroke} of ${strokes}`,
  answer: { hidden: t`answer hidden`, shown: t`answer shown` },
  blank: t`the room sees an empty screen`,
  noNotes: t`There are no notes on this slide.`,
  next: (title: string) => t`Next: ${title}`,
  last: t`This is the last slide.`,
  nothing: (command: string) =>
    t`Nothing is being presented yet. Start it in the terminal that the room sees, and these notes follow it: ${command}`,
  ended: (command: string) =>
    t`The presentation has ended. Another one is followed as soon as it begins: ${command}`,
  damaged: t`What the presentation tells can't be read. With its next step it is told anew.`,
  keys: {
    scroll: { label: t`scroll`, help: t`Scroll the notes` },
    page: { label: '', help: t`Scroll a window up or down` },
    quit: { label: t`quit`, help: t`Leave the notes; the presentation goes on` },
  },
} as const;

/** Words of the command, and of slides and notes in lines. */
export const presentWords = {
  kinds: t`lesson, quiz or stage`,
  whatFor: (usage: string) =>
    t`present needs the id of a lesson, quiz or stage, or --notes to follow a presentation: ${usage}.`,
  whatNotes: (usage: string) =>
    t`Without a terminal nothing can be followed: name what the notes are of, ${usage}.`,
  onlyNotes: (usage: string) => t`--minutes goes with --notes: ${usage}.`,
  nothingIn: (id: string) => t`There is nothing in "${id}" to show: it has no page and no question.`,
  notTold: (reason: string) => t`The notes in another terminal could not follow: ${reason}.`,
  slide: (at: number, of: number) => t`Slide ${at} of ${of}`,
  answers: t`Answers`,
  answerTo: (at: number, title: string) => t`Slide ${at}: ${title}`,
  notesOf: (title: string) => t`Notes on ${title}`,
  guess: (number: number, text: string) => `  ${number}  ${text}`,
} as const;
