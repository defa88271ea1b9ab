import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('search');

/** Words of the search over lessons. */
export const search = {
  title: t`Search`,
  prompt: t`Search the course:`,
  kinds: { lesson: t`lesson`, quiz: t`quiz`, mission: t`mission`, glossary: t`glossary` },
  invite: t`Type a word, e.g. failover or round robin.`,
  found: (count: number) => t.counted(count, 'place'),
  looking: (found: string) => (found === '' ? t`looking` : t`${found}, looking for more`),
  moreBelow: (count: number) => t`${count} more ${['place', 'places']}`,
  nothing: (words: string) => t`Nothing has "${excerpt(words)}".`,
  meant: (words: string, meant: string) =>
    t`Nothing has "${excerpt(words)}". This is what has "${excerpt(meant)}":`,
  keys: {
    choose: { label: t`choose`, help: t`Choose a place` },
    open: { label: t`open`, help: t`Open the chosen place` },
    erase: { label: '', help: t`Erase a letter` },
    close: { label: t`close`, help: t`Back to where you were` },
  },
} as const;
