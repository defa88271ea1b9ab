import { excerpt } from '../text/excerpt.ts';

/** Words of the search over lessons. */
export const search = {
  title: 'Search',
  prompt: 'Search the course:',
  kinds: { lesson: 'lesson', quiz: 'quiz', mission: 'mission', glossary: 'glossary' },
  invite: 'Type a word, e.g. failover or round robin.',
  found: (count: number) => (count === 1 ? '1 place' : `${count} places`),
  looking: (found: string) => (found === '' ? 'looking' : `${found}, looking for more`),
  moreBelow: (count: number) => (count === 1 ? '1 more place' : `${count} more places`),
  nothing: (words: string) => `Nothing has "${excerpt(words)}".`,
  meant: (words: string, meant: string) =>
    `Nothing has "${excerpt(words)}". This is what has "${excerpt(meant)}":`,
  keys: {
    choose: { label: 'choose', help: 'Choose a place' },
    open: { label: 'open', help: 'Open the chosen place' },
    erase: { label: '', help: 'Erase a letter' },
    close: { label: 'close', help: 'Back to where you were' },
  },
} as const;
