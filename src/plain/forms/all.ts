import type { Asks, FormName } from '../../course/model.ts';
import type { ClosedLineForm } from './form.ts';
import { number } from './number.ts';
import { oneOf } from './one-of.ts';
import { ordered } from './ordered.ts';
import { place } from './place.ts';
import { someOf } from './some-of.ts';
import { text } from './text.ts';

const forms: Readonly<Record<FormName, ClosedLineForm>> = {
  one: oneOf,
  some: someOf,
  ordered,
  number,
  text,
  place,
};

/** How this is asked in lines. */
export function lineForm(asks: Asks): ClosedLineForm {
  return forms[asks.form];
}
