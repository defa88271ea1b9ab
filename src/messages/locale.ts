import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('locale');

/** Words of `course locale`. */
export const localeWords = {
  head: (language: string) => [
    t`What infra-tutor says, in the language ${language}: the English sentence, a colon, the translation.`,
    t`{0} is what stands in its place. An empty translation is said in English.`,
  ],
  stale: t`No longer said:`,
  notATag: (tag: string) => t`"${excerpt(tag)}" is no tag of a language: write one such as de or pt-BR.`,
  english: t`English stands in the program itself: give another language.`,
  written: (file: string, missing: number, stale: number) =>
    t`${excerpt(file, longestPath)}: ${t.counted(missing, 'sentence')} without a translation, ${t.counted(stale, 'sentence')} that nobody says any more.`,
  broken: (file: string) => t`${excerpt(file, longestPath)} can't be read, so nothing is written over it:`,
  notBuilt: t`This infra-tutor was not built, so it does not know its own sentences.`,
};
