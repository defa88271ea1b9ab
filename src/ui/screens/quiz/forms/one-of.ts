/** One of the items. Nothing is chosen before the learner moves, so that no key too many answers. */
import type { Item } from '../../../../course/model.ts';
import { quiz as words } from '../../../../messages/quiz.ts';
import type { Span } from '../../../../text/row.ts';
import type { Context } from '../../../screen.ts';
import { defineForm, type Judged } from './form.ts';
import { listRows, moved, moveKeys, numberKeys } from './item-list.ts';
import { chosenMark, goodMark, itemRows, remarkOn } from './item-rows.ts';

/** The place of the chosen item, from 0. */
interface Draft {
  readonly at: number | undefined;
}

type Action =
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'pick'; readonly place: number };

export const oneOf = defineForm<'one', Draft, Action>({
  form: 'one',
  begin: () => ({ at: undefined }),
  resume({ chosen }, { items }) {
    const at = items.findIndex(({ id }) => id === chosen);
    return { at: at < 0 ? undefined : at };
  },
  reduce(draft, action, { items }) {
    if (action.type === 'move') return { at: moved(draft.at, action.by, items.length) };
    return action.place < items.length ? { at: action.place } : draft;
  },
  keys: (_draft, _asks, context) => [
    moveKeys(context, words.keys.choose, (by) => ({ type: 'move', by })),
    numberKeys(words.keys.number, (place) => ({ type: 'pick', place })),
  ],
  answer({ at = -1 }, { items }) {
    const chosen = items[at];
    return chosen === undefined ? words.chooseFirst : { form: 'one', chosen: chosen.id };
  },
  asking: ({ at }, { items }, context) =>
    listRows(items, at ?? 0, (item, index) =>
      itemRows({ item, number: index + 1, pointed: index === at }, context),
    ),
  answered(judged, { items }, context) {
    return items.flatMap((item, index) => {
      const pointed = judged.answer?.chosen === item.id;
      const look = { item, number: index + 1, pointed };
      return itemRows({ ...look, mark: markOf(item, judged, context), remark: said(item, judged) }, context);
    });
  },
  words: ({ chosen }, { items }) => items.filter(({ id }) => id === chosen).map(({ text }) => text),
});

type JudgedOne = Judged<{ readonly form: 'one'; readonly chosen: string }>;

function markOf({ id }: Item, { answer, solution }: JudgedOne, context: Context): Span | undefined {
  const isRight = solution.answer.chosen === id;
  if (answer?.chosen === id) return chosenMark(isRight, context);
  return isRight ? goodMark(words.marks.answer, context) : undefined;
}

/** Whoever was wrong, or asked for the answer, is told why the right one is right. */
function said({ id }: Item, { answer, right, remarks, solution }: JudgedOne): string {
  if (answer?.chosen === id) return remarkOn(id, remarks);
  return !right && solution.answer.chosen === id ? remarkOn(id, solution.remarks) : '';
}
