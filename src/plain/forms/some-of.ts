import { plainWords } from '../../messages/plain.ts';
import { defineLineForm } from './form.ts';
import { itemsOf, namedItems, numberedItems, numberOf } from './items.ts';

const words = plainWords.quiz;

/** Each of the items that fits, by its number. */
export const someOf = defineLineForm<'some'>({
  form: 'some',
  ask: () => words.askMany,
  offered: ({ items }, { width }) => [...numberedItems(items, width), '', words.severalRight],
  read(line, { items }) {
    const read = itemsOf(line, items);
    if ('complaint' in read) return read;
    const chosen = items.map(({ id }) => id).filter((id) => read.ids.includes(id));
    return { answer: { form: 'some', chosen } };
  },
  words: ({ chosen }, { items }) => namedItems(chosen, items),
  label: (item, { items }) => numberOf(item, items),
});
