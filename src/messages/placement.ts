/** Words of the placement: ten questions that say what may be skipped. */
export const placement = {
  title: 'What you know already',
  offer: 'Know some of this already? p says what you can skip.',
  offerInLines: 'Answer ten questions that say what you can skip:',
  intro: "Ten questions, harder ones after right answers. Where you don't know, s says so.",
  status: (at: number, all: number) => `question ${at} of ${all}`,
  skipNothing: 'Begin at the beginning: there is nothing to skip yet.',
  skip: (titles: readonly string[]) =>
    titles.length === 1
      ? `You can skip the stage ${titles[0]}.`
      : `You can skip the stages ${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}.`,
  skipAll: 'You know all of this. Break something, or play the missions.',
  readAllTheSame: 'But read these, since you got them wrong:',
  begin: (title: string) => `Begin with: ${title}`,
  nothingToAsk: 'This course has no questions to ask.',
  askBegin: 'Enter begin there, m map, q quit:',
  keys: {
    begin: { label: 'begin', help: 'Begin with the first stage that you should not skip' },
  },
} as const;
