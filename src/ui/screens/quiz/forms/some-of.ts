/** Each of the items that fits. */
import type { Item } from '../../../../course/model.ts';
import { quiz as words } from '../../../../messages/quiz.ts';
import type { Span } from '../../../../text/row.ts';
import type { Context } from '../../../screen.ts';
import { defineForm, type Judged } from './form.ts';
import { listRows, moved, moveKeys, numberKeys } from './item-list.ts';
import { boxOf, chosenMark, goodMark, itemRows, remarkOn } from './item-rows.ts';

interface Draft {
  /** the place of the pointer, from 0 */
  readonly at: number;
  readonly marked: ReadonlySet<number>;
}

type Action =
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'mark' }
  | { readonly type: 'pick'; readonly place: number };

export const someOf = defineForm<'some', Draft, Action>({
  form: 'some',
  instruction: words.several,
  begin: () => ({ at: 0, marked: new Set() }),
  resume({ chosen }, { items }) {
    const marked = items.flatMap(({ id }, index) => (chosen.includes(id) ? [index] : []));
    return { at: marked[0] ?? 0, marked: new Set(marked) };
  },
  reduce(draft, action, { items }) {
    switch (action.type) {
      case 'move':
        return { ...draft, at: moved(draft.at, action.by, items.length) ?? 0 };
      case 'mark':
        return turned(draft, draft.at);
      case 'pick':
        return action.place < items.length ? turned({ ...draft, at: action.place }, action.place) : draft;
    }
  },
  keys: (_draft, _asks, context) => [
    moveKeys(context, words.keys.choose, (by) => ({ type: 'move', by })),
    { keys: ['space'], shown: 'Space', ...words.keys.mark, action: { type: 'mark' } },
    numberKeys(words.keys.numberMarks, (place) => ({ type: 'pick', place })),
  ],
  answer({ marked }, { items }) {
    const chosen = items.filter((_, index) => marked.has(index)).map(({ id }) => id);
    return chosen.length === 0 ? words.markFirst : { form: 'some', chosen };
  },
  asking({ at, marked }, { items }, context) {
    return listRows(items, at, (item, index) => {
      const look = { item, number: index + 1, pointed: index === at };
      return itemRows({ ...look, box: boxOf(marked.has(index), context) }, context);
    });
  },
  answered(judged, { items }, context) {
    return items.flatMap((item, index) => {
      const pointed = isChosen(item, judged);
      const look = { item, number: index + 1, pointed, box: boxOf(pointed, context) };
      return itemRows({ ...look, mark: markOf(item, judged, context), remark: said(item, judged) }, context);
    });
  },
  words: ({ chosen }, { items }) => items.filter(({ id }) => chosen.includes(id)).map(({ text }) => text),
});

/** With `place` marked, or no longer. */
function turned({ at, marked }: Draft, place: number): Draft {
  const others = new Set(marked);
  return { at, marked: others.delete(place) ? others : others.add(place) };
}

type JudgedSome = Judged<{ readonly form: 'some'; readonly chosen: readonly string[] }>;

function isChosen({ id }: Item, { answer }: JudgedSome): boolean {
  return answer?.chosen.includes(id) ?? false;
}

function markOf(item: Item, judged: JudgedSome, context: Context): Span | undefined {
  const isRight = judged.solution.answer.chosen.includes(item.id);
  if (isChosen(item, judged)) return chosenMark(isRight, context);
  if (!isRight) return undefined;
  return goodMark(judged.given === 'no' ? words.marks.missed : words.marks.answer, context);
}

/** Whoever was wrong, or asked for the answer, is told why the right ones are right. */
function said(item: Item, judged: JudgedSome): string {
  if (isChosen(item, judged)) return remarkOn(item.id, judged.remarks);
  return judged.right ? '' : remarkOn(item.id, judged.solution.remarks);
}
