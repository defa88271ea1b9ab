import { messagesOf } from './language.ts';

const t = messagesOf('placement');

/** Words of the placement: ten questions that say what may be skipped. */
export const placement = {
  title: t`What you know already`,
  offer: t`Know some of this already? p says what you can skip.`,
  offerInLines: t`Answer ten questions that say what you can skip:`,
  intro: t`Ten questions, harder ones after right answers. Where you don't know, s says so.`,
  status: (at: number, all: number) => t`question ${at} of ${all}`,
  skipNothing: t`Begin at the beginning: there is nothing to skip yet.`,
  skip: (titles: readonly string[]) =>
    titles.length === 1
      ? t`You can skip the stage ${titles[0]}.`
      : t`You can skip the stages ${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}.`,
  skipAll: t`You know all of this. Break something, or play the missions.`,
  readAllTheSame: t`But read these, since you got them wrong:`,
  begin: (title: string) => t`Begin with: ${title}`,
  nothingToAsk: t`This course has no questions to ask.`,
  askBegin: t`Enter begin there, m map, q quit:`,
  keys: {
    begin: { label: t`begin`, help: t`Begin with the first stage that you should not skip` },
  },
} as const;
