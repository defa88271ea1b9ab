import type { Answer, Asks, FormName } from '../../../../course/model.ts';
import type { Row } from '../../../../text/row.ts';
import type { Context } from '../../../screen.ts';
import type { ClosedForm, Judged, Sheet } from './form.ts';
import { number } from './number.ts';
import { oneOf } from './one-of.ts';
import { ordered } from './ordered.ts';
import { place } from './place.ts';
import { someOf } from './some-of.ts';
import { text } from './text.ts';

const forms: Readonly<Record<FormName, ClosedForm>> = {
  one: oneOf,
  some: someOf,
  ordered,
  number,
  text,
  place,
};

/** What to do, where the question alone does not say it. */
export function instructionOf(asks: Asks): string | undefined {
  return forms[asks.form].instruction;
}

/** A sheet to answer on, empty or with what was put down earlier. */
export function sheetFor(asks: Asks, answer?: Answer): Sheet | undefined {
  return forms[asks.form].sheet(asks, answer);
}

/** A question's answer once it is judged. */
export function judgedRows(judged: Judged, asks: Asks, context: Context): readonly Row[] {
  return forms[asks.form].answered(judged, asks, context) ?? [];
}

/** An answer in words, a text for each of its parts. */
export function answerWords(answer: Answer, asks: Asks): readonly string[] {
  return forms[asks.form].words(answer, asks) ?? [];
}
