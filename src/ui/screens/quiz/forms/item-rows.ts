/** An item of a question as rows: a choice or a step, and once it is judged what it was and why. */
import type { Item, Remark } from '../../../../course/model.ts';
import { quiz as words } from '../../../../messages/quiz.ts';
import { markdownRows, markdownTextRows } from '../../../../terminal/markdown.ts';
import type { Row, Span } from '../../../../text/row.ts';
import { span } from '../../../../text/row.ts';
import { EMPTY, ends, gap, indent, rowWidth, widthOf } from '../../../../text/row-layout.ts';
import type { Context } from '../../../screen.ts';
import { textWidth } from '../text-width.ts';

export interface ItemLook {
  readonly item: Item;
  /** before its text, from 1 */
  readonly number: number;
  /** the pointer stands at it, or it was chosen */
  readonly pointed: boolean;
  /** between the number and the text */
  readonly box?: string;
  /** at the right end */
  readonly mark?: Span | undefined;
  /** below */
  readonly remark?: string;
}

export function itemRows(look: ItemLook, context: Context): readonly Row[] {
  const { glyphs, ascii } = context;
  const { item, number, pointed, box = '', mark, remark = '' } = look;
  const lead: Row = [
    gap(2),
    span(pointed ? glyphs.pointer : ' ', 'accent'),
    span(` ${number}  `, pointed ? 'strong' : 'plain'),
    span(box),
  ];
  const margin = rowWidth(lead);
  const markWidth = mark ? widthOf(mark.text) + 2 : 0;
  const text = markdownRows(item.tokens, { width: textWidth(context) - margin - markWidth, ascii });
  const [first = EMPTY, ...more] = pointed ? text.map(strong) : text;
  const line: Row = [...lead, ...first];
  const marked = mark ? ends(line, [mark], textWidth(context) + 1, glyphs.ellipsis) : line;
  return [marked, ...indent(more, margin), ...remarkRows(remark, margin, context)];
}

function strong(row: Row): Row {
  return row.map(({ text, tone }) => ({ text, tone: tone === 'plain' ? 'strong' : tone }));
}

export function boxOf(marked: boolean, { glyphs }: Context): string {
  return `${marked ? glyphs.checked : glyphs.unchecked} `;
}

export function goodMark(text: string, { glyphs }: Context): Span {
  return span(`${glyphs.done} ${text}`, 'good');
}

export function badMark(text: string, { glyphs }: Context): Span {
  return span(`${glyphs.wrong} ${text}`, 'bad');
}

/** What was chosen and is right, or wrong. */
export function chosenMark(right: boolean, context: Context): Span {
  return right ? goodMark(words.marks.right, context) : badMark(words.marks.wrong, context);
}

/** What an author says to an answer, indented under what it is about. */
export function remarkRows(text: string, margin: number, context: Context): readonly Row[] {
  if (text === '') return [];
  const width = textWidth(context) - margin - 2;
  const rows = markdownTextRows(text, { width, ascii: context.ascii });
  return indent(
    rows.map((row) => [span(`${context.glyphs.quoteBar} `, 'dim'), ...row]),
    margin,
  );
}

export function remarkOn(item: string, remarks: readonly Remark[]): string {
  return remarks.find((remark) => remark.item === item)?.text ?? '';
}

/** What is said to all of an answer. */
export function generalRows(remarks: readonly Remark[], context: Context): readonly Row[] {
  const options = { width: textWidth(context), ascii: context.ascii };
  return remarks
    .filter(({ item }) => item === undefined)
    .flatMap(({ text }) => markdownTextRows(text, options));
}
