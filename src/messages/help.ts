import { messagesOf } from './language.ts';

const t = messagesOf('help');

/** Words of `?` and of the glossary. */
export const help = {
  title: t`Keys`,
  heading: (screen: string) => t`Keys: ${screen}`,
  always: t`Ctrl-C leaves at once from anywhere. What you did is saved as you go.`,
  keys: {
    scroll: { label: t`scroll`, help: t`Scroll` },
    page: { label: t`page`, help: t`Scroll a window up or down` },
    close: { label: t`close`, help: t`Back to where you were` },
  },
} as const;

export const glossary = {
  title: t`Glossary`,
  entries: (count: number) => t.counted(count, 'word'),
  empty: t`This course has no glossary. Words are listed in its glossary.md.`,
  keys: {
    choose: { label: t`choose`, help: t`Go to the word before or after` },
    page: { label: '', help: t`Go ten words up or down` },
    letter: { label: t`to that word`, help: t`Go to the first word with that letter` },
  },
} as const;
