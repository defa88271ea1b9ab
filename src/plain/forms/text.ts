import { plainWords } from '../../messages/plain.ts';
import { defineLineForm } from './form.ts';

const words = plainWords.quiz;

/** An answer is a word or a few. */
const longest = 60;

/** A word or a few. */
export const text = defineLineForm<'text'>({
  form: 'text',
  ask: () => words.askText,
  offered: () => [words.writeWords],
  read(line) {
    if (line === '') return { complaint: words.nothingWritten };
    if (line.length > longest) return { complaint: words.tooLong(longest) };
    return { answer: { form: 'text', text: line } };
  },
  words: (answer) => answer.text,
  label: (item) => item,
});
