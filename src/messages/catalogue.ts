import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('catalogue');

/** What is wrong in a catalogue. It is read before a language is chosen. */
export const catalogueWords = {
  form: () => t`A catalogue has "hint: WORD" and "messages:", and below it a map for each section.`,
  section: () => t`A section is a map: write the English sentence, a colon, and the translation.`,
  said: () => t`A translation is one text, or one for each of "one", "other" and the like.`,
  category: (written: string, known: readonly string[]) =>
    t`"${excerpt(written)}" is no plural category of this language: write ${known.join(', ')}.`,
  noOther: () => t`"other" is missing: it is said of every number without a text of its own.`,
  noCount: () => t`This sentence depends on no number: write one text.`,
  slot: (slot: string, key: string) =>
    t`${slot} is nothing in "${excerpt(key)}", so that English is said: take it out.`,
  slotMissing: (slot: string) => t`${slot} is missing in this translation.`,
  tooLong: (most: number) => t`This is longer than ${most} characters: make it shorter.`,
  titles: () => t`the titles of a course in another language`,
  stale: (key: string) => t`The program doesn't say "${excerpt(key)}" any more: take it out.`,
  missing: (count: number, language: string) =>
    t`${count} ${['sentence has', 'sentences have']} no translation, so that English is said: "course locale ${language}" lists them.`,
};
