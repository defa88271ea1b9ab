import { plural } from './plural.ts';

/** Words of the full screen that belong to no single screen. */
export const shell = {
  name: 'infra-tutor',
  keys: {
    back: { label: 'back', help: 'Go back to the screen before this one' },
    map: { label: 'map', help: 'Back to the course map' },
    help: { label: 'keys', help: 'Show every key that works here' },
    quit: { label: 'quit', help: 'Leave; you go on here the next time' },
    search: { label: 'search', help: 'Search the whole course' },
    glossary: { label: 'glossary', help: 'Look a word up' },
  },
  menu: {
    choose: 'choose',
    take: 'take',
    close: 'close',
    more: (count: number) => (count === 1 ? '1 more below' : `${count} more below`),
  },
  /** asked where something was done in a run that is not kept */
  quit: {
    title: 'Leave infra-tutor? What you did in this run is lost.',
    stay: 'Stay here',
    leave: 'Leave',
  },
  /** why something that was left is not as it was */
  resume: {
    goOn: 'Go on',
    page: 'The page where you stopped is gone from this lesson.',
    question: 'This question has changed: your answer is gone.',
    run: 'This site has changed: your run begins anew.',
    mission: 'This mission has changed: it begins anew.',
    here: 'You left here. Space goes on.',
    prepared: (faults: number) =>
      faults === 0
        ? 'Nothing moves yet.'
        : `Nothing moves yet. ${plural(faults, 'fault stands', 'faults stand')} ready.`,
    inLines: (at: string) => `You left here, at ${at}.`,
    answer: (words: string) => `You had put down, and not sent: ${words}. Enter sends it.`,
  },
  cannotOpen: (what: string, why: string) => `${what} can't be opened: ${why}`,
  tooSmall: {
    title: 'This window is too small.',
    body: (columns: number, rows: number) => `Make it ${columns}x${rows} or larger, or press q to leave.`,
  },
} as const;
