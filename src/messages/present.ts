/** Words for whoever presents a course to a room: the slides, the notes beside them, and what lint says of notes. */

/** What lint says of a `notes` block. */
export const notesWords = {
  empty: 'These notes say nothing: write what you would say aloud, or take the block out.',
  noPage: 'These notes stand before the first page, so nobody sees them: move them under a "## Title".',
  elsewhere:
    'Notes belong to a page of a lesson, or to a quiz or question: here learners would read them. Take them out.',
} as const;

/** Words of the screen that a room sees. */
export const present = {
  title: 'Presentation',
  at: (at: number, of: number) => `${at} of ${of}`,
  keysHint: '? keys',
  answerHint: 'a answer',
  running: 'The run goes on to its end ...',
  /** `expected` is what such runs come to, whatever their seed, where a number is asked for */
  cameTo: (value: string, expected: string | undefined) =>
    expected === undefined ? `It was ${value}.` : `It was ${value}. With any seed it is ${expected}.`,
  gone: 'What was presented here is no longer in the course.',
  broken: "This can't be shown:",
  keys: {
    forward: {
      label: 'on',
      help: 'Draw the next stroke or open the next note, then scroll on, then the next slide',
    },
    back: { label: 'back', help: 'The stroke before, then the slide before' },
    scroll: { label: 'scroll', help: 'Scroll a line' },
    enter: {
      label: 'answer',
      help: 'Show the answer; where it is shown, or at a run, open the run; else go on',
    },
    answer: { label: 'answer', help: 'Show the answer, and why' },
    run: { label: 'run', help: 'Open the run that the pointer is at' },
    nextRun: { label: 'other run', help: 'Point at the next run on this slide' },
    draw: {
      label: 'draw',
      help: 'Draw the next stroke, or open the next note; after the last one, begin again',
    },
    watch: { label: 'watch', help: 'Watch in the simulator why this is the answer' },
    sources: { label: 'sources', help: 'Show the sources of this page, and the page again' },
    sideways: { label: 'sideways', help: 'Move code and drawings that are too wide to the side' },
    blank: { label: 'blank', help: 'Show nothing, until the next of these keys' },
    ends: { label: '', help: 'The first slide, the last slide' },
    quit: { label: 'quit', help: 'End the presentation' },
  },
} as const;

/** Words of the notes that its speaker sees in another terminal. */
export const speaker = {
  title: 'Speaker notes',
  at: (at: number, of: number) => `${at} of ${of}`,
  clock: (since: string) => `${since} gone`,
  left: (minutes: string) => `${minutes} left`,
  over: (minutes: string) => `${minutes} over`,
  stroke: (stroke: number, strokes: number) => `step ${stroke} of ${strokes}`,
  answer: { hidden: 'answer hidden', shown: 'answer shown' },
  blank: 'the room sees an empty screen',
  noNotes: 'There are no notes on this slide.',
  next: (title: string) => `Next: ${title}`,
  last: 'This is the last slide.',
  nothing: (command: string) =>
    `Nothing is being presented yet. Start it in the terminal that the room sees, and these notes follow it: ${command}`,
  ended: (command: string) =>
    `The presentation has ended. Another one is followed as soon as it begins: ${command}`,
  damaged: "What the presentation tells can't be read. With its next step it is told anew.",
  keys: {
    scroll: { label: 'scroll', help: 'Scroll the notes' },
    page: { label: '', help: 'Scroll a window up or down' },
    quit: { label: 'quit', help: 'Leave the notes; the presentation goes on' },
  },
} as const;

/** Words of the command, and of slides and notes in lines. */
export const presentWords = {
  kinds: 'lesson, quiz or stage',
  whatFor: (usage: string) =>
    `present needs the id of a lesson, quiz or stage, or --notes to follow a presentation: ${usage}.`,
  whatNotes: (usage: string) =>
    `Without a terminal nothing can be followed: name what the notes are of, ${usage}.`,
  onlyNotes: (usage: string) => `--minutes goes with --notes: ${usage}.`,
  nothingIn: (id: string) => `There is nothing in "${id}" to show: it has no page and no question.`,
  notTold: (reason: string) => `The notes in another terminal could not follow: ${reason}.`,
  slide: (at: number, of: number) => `Slide ${at} of ${of}`,
  answers: 'Answers',
  answerTo: (at: number, title: string) => `Slide ${at}: ${title}`,
  notesOf: (title: string) => `Notes on ${title}`,
  guess: (number: number, text: string) => `  ${number}  ${text}`,
} as const;
