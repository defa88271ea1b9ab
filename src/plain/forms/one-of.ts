import { plainWords } from '../../messages/plain.ts';
import { defineLineForm } from './form.ts';
import { itemsOf, namedItems, numberedItems, numberOf } from './items.ts';

const words = plainWords.quiz;

/** One of the items, by its number. */
export const oneOf = defineLineForm<'one'>({
  form: 'one',
  ask: () => words.askOne,
  offered: ({ items }, { width }) => numberedItems(items, width),
  read(line, { items }) {
    const read = itemsOf(line, items);
    if ('complaint' in read) return read;
    const [chosen = '', second] = read.ids;
    return second === undefined ? { answer: { form: 'one', chosen } } : { complaint: words.oneOnly };
  },
  words: ({ chosen }, { items }) => namedItems([chosen], items),
  label: (item, { items }) => numberOf(item, items),
});
