import { readQuantity } from '../../course/quantity.ts';
import { plainWords } from '../../messages/plain.ts';
import { defineLineForm } from './form.ts';

const words = plainWords.quiz;

/** A number, with or without its unit. */
export const number = defineLineForm<'number'>({
  form: 'number',
  ask: ({ unit }) => words.askNumber(unit.word),
  offered: () => [],
  read(line, { unit }) {
    if (line === '') return { complaint: words.nothingWritten };
    return readQuantity(line, unit)
      ? { answer: { form: 'number', text: line } }
      : { complaint: words.noNumber(unit, line) };
  },
  words: ({ text }) => text,
  label: (item) => item,
});
