/** A line to write an answer on. While there is something on it, letters are text; Tab makes them keys, and text again. */
import { quiz as words } from '../../../../messages/quiz.ts';
import type { Row, Span } from '../../../../text/row.ts';
import { span } from '../../../../text/row.ts';
import { ends, gap, rowWidth } from '../../../../text/row-layout.ts';
import type { KeyBinding } from '../../../keys.ts';
import type { Context } from '../../../screen.ts';
import { endOf, withMore, withoutLast } from '../../../widgets/text-field.ts';
import { textWidth } from '../text-width.ts';
import type { FormRows } from './form.ts';

export interface FieldDraft {
  readonly text: string;
  /** letters are keys */
  readonly aside: boolean;
}

export type FieldAction = { readonly type: 'erase' } | { readonly type: 'aside' };

export const emptyField: FieldDraft = { text: '', aside: false };

/** The line with more written on it; undefined while letters are keys. */
export function written({ text, aside }: FieldDraft, more: string): FieldDraft | undefined {
  if (aside) return undefined;
  return { text: withMore(text, more), aside };
}

export function reduceField({ text, aside }: FieldDraft, action: FieldAction): FieldDraft {
  if (action.type === 'aside') return { text, aside: !aside };
  return { text: withoutLast(text), aside: false };
}

export function fieldKeys({ text, aside }: FieldDraft): readonly KeyBinding<FieldAction>[] {
  const erase = { keys: ['backspace'], shown: 'Backspace', ...words.keys.erase } as const;
  const turn = aside ? words.keys.write : words.keys.aside;
  return [
    ...(text === '' ? [] : [{ ...erase, action: { type: 'erase' } } as const]),
    { keys: ['tab'], shown: 'Tab', ...turn, action: { type: 'aside' } },
  ];
}

/** The line with its cursor, and what stands behind it. */
export function fieldRows({ text, aside }: FieldDraft, unit: string, context: Context): FormRows {
  const cursor = aside ? [] : [span('_', 'accent')];
  const behind = unit === '' ? [] : [gap(1), span(unit, 'dim')];
  const pointer = aside ? ' ' : context.glyphs.pointer;
  const around: Row = [gap(2), span(pointer, 'accent'), gap(1), ...cursor, ...behind];
  const shown = endOf(text, textWidth(context) - rowWidth(around), context.glyphs.ellipsis);
  return { rows: [[...around.slice(0, 3), span(shown, 'strong'), ...around.slice(3)]], lookAt: 0 };
}

/** What was written, or what is right, with its mark. */
export function answerRow(text: string, pointed: boolean, mark: Span | undefined, context: Context): Row {
  const { glyphs } = context;
  const row: Row = [
    gap(2),
    span(pointed ? glyphs.pointer : ' ', 'accent'),
    gap(1),
    span(text, pointed ? 'strong' : 'plain'),
  ];
  return mark ? ends(row, [mark], textWidth(context) + 1, glyphs.ellipsis) : row;
}
