/** A line to write an answer on. While there is something on it, letters are text; Tab makes them keys, and text again. */
import { quiz as words } from '../../../../messages/quiz.ts';
import { plainLine } from '../../../../text/plain-text.ts';
import type { Row, Span } from '../../../../text/row.ts';
import { span } from '../../../../text/row.ts';
import { clipRow, ends, gap, rowWidth } from '../../../../text/row-layout.ts';
import type { KeyBinding } from '../../../keys.ts';
import type { Context } from '../../../screen.ts';
import { textWidth } from '../text-width.ts';
import type { FormRows } from './form.ts';

export interface FieldDraft {
  readonly text: string;
  /** letters are keys */
  readonly aside: boolean;
}

export type FieldAction = { readonly type: 'erase' } | { readonly type: 'aside' };

/** An answer is a word or a few. */
const LONGEST = 60;

export const emptyField: FieldDraft = { text: '', aside: false };

/** The line with more written on it; undefined while letters are keys. */
export function written({ text, aside }: FieldDraft, more: string): FieldDraft | undefined {
  if (aside) return undefined;
  const all = `${text}${plainLine(more)}`.replace(/\s+/g, ' ').trimStart();
  return { text: [...all].slice(0, LONGEST).join(''), aside };
}

export function reduceField({ text, aside }: FieldDraft, action: FieldAction): FieldDraft {
  if (action.type === 'aside') return { text, aside: !aside };
  return { text: [...text].slice(0, -1).join(''), aside: false };
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
  const row: Row = [gap(2), span(pointer, 'accent'), gap(1), span(text, 'strong'), ...cursor, ...behind];
  return { rows: [shownEnd(row, text, context)], lookAt: 0 };
}

/** Of a line that is longer than the window, its end. */
function shownEnd(row: Row, text: string, context: Context): Row {
  const over = rowWidth(row) - textWidth(context);
  if (over <= 0) return row;
  const cut = context.glyphs.ellipsis + [...text].slice(over + context.glyphs.ellipsis.length).join('');
  return clipRow(
    row.map((part) => (part.text === text ? span(cut, part.tone) : part)),
    textWidth(context) + 1,
    context.glyphs.ellipsis,
  );
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
