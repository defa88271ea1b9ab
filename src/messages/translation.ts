import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('translation');

/** What lint says of a course in another language. */
export const translationWords = {
  nothing: (path: string) =>
    t`This translates nothing: there is no "${excerpt(path, longestPath)}" that can be translated.`,
  noTag: (name: string) => t`"${excerpt(name)}" is no tag of a language: call it one such as de or pt-BR.`,
  id: (own: string, original: string) =>
    t`The id is "${excerpt(own)}", and that of the original is "${excerpt(original)}": write the same.`,
  pages: (own: number, original: number) =>
    t`This has ${own} ${['page', 'pages']}, and the original has ${original}: part it at the same places.`,
  blocks: (page: string, own: string, original: string) =>
    t`On the page "${excerpt(page)}" stands ${own} where the original has ${original}: only words for people differ.`,
  noBlock: t`nothing`,
  otherBlock: (kind: string) => t`another ${kind} block`,
  block: (kind: string) => t`a ${kind} block`,
  questionGone: (id: string) =>
    t`The question "${excerpt(id)}" is missing here, so it is asked as it was written.`,
  questionMore: (id: string) => t`The original has no question "${excerpt(id)}": nobody is asked this one.`,
  otherKey: (id: string) =>
    t`The question "${excerpt(id)}" has another type, another number of choices or another key than the original, so it is asked as that one.`,
  goals: (own: number, original: number) =>
    t`This has ${own} ${['goal', 'goals']}, and the original has ${original}: translate each.`,
  stage: (id: string) => t`The course has no stage "${excerpt(id)}".`,
  topology: (id: string) => t`The course has no topology "${excerpt(id)}".`,
  untold: (revision: string) =>
    t`Nothing says which original was translated: write "translates: ${revision}" when this says the same as it does now.`,
  stale: (revision: string) =>
    t`The original has changed since this was translated: see whether it still says the same, and write "translates: ${revision}".`,
  hintWord: (word: string) =>
    t`A quote that begins with "${excerpt(word)}:" is no hint in a course of this language: write "Hint:".`,
};
