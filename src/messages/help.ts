/** Words of `?` and of the glossary. */
export const help = {
  title: 'Keys',
  heading: (screen: string) => `Keys: ${screen}`,
  always: 'Ctrl-C leaves at once from anywhere. What you did is saved as you go.',
  keys: {
    scroll: { label: 'scroll', help: 'Scroll' },
    page: { label: 'page', help: 'Scroll a window up or down' },
    close: { label: 'close', help: 'Back to where you were' },
  },
} as const;

export const glossary = {
  title: 'Glossary',
  entries: (count: number) => (count === 1 ? '1 word' : `${count} words`),
  empty: 'This course has no glossary. Words are listed in its glossary.md.',
  keys: {
    choose: { label: 'choose', help: 'Go to the word before or after' },
    page: { label: '', help: 'Go ten words up or down' },
    letter: { label: 'to that word', help: 'Go to the first word with that letter' },
  },
} as const;
