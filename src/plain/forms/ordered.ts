import { plainWords } from '../../messages/plain.ts';
import { defineLineForm } from './form.ts';
import { itemsOf, numberedItems, numberOf } from './items.ts';

const words = plainWords.quiz;

/** All of the items in order, by their numbers. */
export const ordered = defineLineForm<'ordered'>({
  form: 'ordered',
  ask: () => words.askOrder,
  offered: ({ items }, { width }) => [...numberedItems(items, width), '', words.bringInOrder],
  read(line, { items }) {
    const read = itemsOf(line, items);
    if ('complaint' in read) return read;
    const missing = items.filter(({ id }) => !read.ids.includes(id)).map(({ id }) => numberOf(id, items));
    if (missing.length > 0) return { complaint: words.leftOut(missing) };
    return { answer: { form: 'ordered', order: read.ids } };
  },
  words: ({ order }, { items }) =>
    order
      .flatMap((id) => items.filter((item) => item.id === id))
      .map(({ id, text }) => `${numberOf(id, items)}, ${text}`)
      .join('; '),
  label: (item, { items }) => numberOf(item, items),
});
