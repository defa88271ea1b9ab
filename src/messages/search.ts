/** Words of the search over lessons. */
export const search = {
  title: 'Search',
  prompt: 'Search all lessons:',
  invite: 'Type a word, e.g. failover or round robin.',
  found: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
  nothing: (words: string) => `No page has "${words}".`,
  keys: {
    choose: { label: 'choose', help: 'Choose a page' },
    open: { label: 'open', help: 'Open the chosen page' },
    erase: { label: '', help: 'Erase a letter' },
    close: { label: 'close', help: 'Back to where you were' },
  },
} as const;
