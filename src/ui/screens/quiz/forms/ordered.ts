/** All of the items in another order: one is taken, moved, and put down. */
import type { Item } from '../../../../course/model.ts';
import { quiz as words } from '../../../../messages/quiz.ts';
import type { Row } from '../../../../text/row.ts';
import { span } from '../../../../text/row.ts';
import { EMPTY, indent } from '../../../../text/row-layout.ts';
import type { Context } from '../../../screen.ts';
import { defineForm, type Judged } from './form.ts';
import { listRows, moved, moveKeys, numberKeys } from './item-list.ts';
import { badMark, generalRows, goodMark, itemRows, remarkOn } from './item-rows.ts';

interface Draft {
  readonly order: readonly Item[];
  /** the place of the pointer, from 0 */
  readonly at: number;
  /** the step at the pointer goes where the pointer goes */
  readonly held: boolean;
}

type Action =
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'hold' }
  | { readonly type: 'pick'; readonly place: number };

export const ordered = defineForm<'ordered', Draft, Action>({
  form: 'ordered',
  instruction: words.bringInOrder,
  begin: ({ items }) => ({ order: items, at: 0, held: false }),
  resume({ order }, { items }) {
    const again = itemsIn(order, items);
    return { order: again.length === items.length ? again : items, at: 0, held: false };
  },
  reduce(draft, action) {
    switch (action.type) {
      case 'move':
        return goneTo(draft, moved(draft.at, action.by, draft.order.length) ?? 0);
      case 'hold':
        return { ...draft, held: !draft.held };
      case 'pick':
        return action.place < draft.order.length ? goneTo(draft, action.place) : draft;
    }
  },
  keys({ held }, _asks, context) {
    const hold = held ? words.keys.putDown : words.keys.take;
    return [
      moveKeys(context, held ? words.keys.moveStep : words.keys.choose, (by) => ({ type: 'move', by })),
      { keys: ['space'], shown: 'Space', ...hold, action: { type: 'hold' } },
      numberKeys(held ? words.keys.numberMoves : words.keys.numberPoints, (place) => ({
        type: 'pick',
        place,
      })),
    ];
  },
  answer({ order, held }, { items }) {
    if (held) return words.putDownFirst;
    const isUntouched = order.every(({ id }, index) => items[index]?.id === id);
    return isUntouched ? words.orderFirst : { form: 'ordered', order: order.map(({ id }) => id) };
  },
  asking({ order, at, held }, _asks, context) {
    return listRows(order, at, (item, index) => {
      const pointed = index === at;
      const moving = span(`${context.glyphs.upDown} ${words.marks.moving}`, 'accent');
      return itemRows(
        { item, number: index + 1, pointed, mark: pointed && held ? moving : undefined },
        context,
      );
    });
  },
  answered(judged, { items }, context) {
    const { answer, right, remarks, solution } = judged;
    const rightRows = itemsIn(solution.answer.order, items).flatMap((item, index) =>
      itemRows({ item, number: index + 1, pointed: false }, context),
    );
    const solved = [...rightRows, ...indent(generalRows(solution.remarks, context), 1)];
    if (answer === undefined) return solved;
    const given = answeredRows(itemsIn(answer.order, items), judged, context);
    const said = [EMPTY, ...indent(generalRows(remarks, context), 1)];
    if (right) return said.length > 1 ? [...given, ...said] : given;
    const head: Row = [span(words.rightOrder, 'dim')];
    return [...given, ...said, EMPTY, ...indent([head], 1), ...solved];
  },
  words: ({ order }, { items }) => itemsIn(order, items).map(({ text }, index) => `${index + 1}  ${text}`),
});

/** The pointer at a place; a step that is held goes with it, and those between make room. */
function goneTo({ order, at, held }: Draft, place: number): Draft {
  const step = order[at];
  if (!held || step === undefined) return { order, at: place, held };
  const others = order.filter((item) => item !== step);
  return { order: [...others.slice(0, place), step, ...others.slice(place)], at: place, held };
}

function itemsIn(order: readonly string[], items: readonly Item[]): readonly Item[] {
  return order.flatMap((id) => items.find((item) => item.id === id) ?? []);
}

type JudgedOrder = Judged<{ readonly form: 'ordered'; readonly order: readonly string[] }>;

/** The learner's order: right down to the step that comes too early. */
function answeredRows(order: readonly Item[], judged: JudgedOrder, context: Context): readonly Row[] {
  const wrong = judged.right
    ? order.length
    : order.findIndex(({ id }) => remarkOn(id, judged.remarks) !== '');
  return order.flatMap((item, index) => {
    const mark =
      index < wrong
        ? goodMark(words.marks.right, context)
        : index === wrong
          ? badMark(words.marks.notYet, context)
          : undefined;
    const look = { item, number: index + 1, pointed: index === wrong, mark };
    return itemRows({ ...look, remark: remarkOn(item.id, judged.remarks) }, context);
  });
}
