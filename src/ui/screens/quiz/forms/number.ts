/** A number, written, with or without its unit. */
import { readQuantity, withItsUnit } from '../../../../course/quantity.ts';
import { quiz as words } from '../../../../messages/quiz.ts';
import {
  emptyField,
  type FieldAction,
  type FieldDraft,
  fieldKeys,
  fieldRows,
  reduceField,
  written,
} from './field.ts';
import { defineForm } from './form.ts';
import { writtenRows } from './written.ts';

/** What a number may begin with; before it, letters are keys. */
const beginsNumber = /^\s*[\d.,~≈+-]/;

export const number = defineForm<'number', FieldDraft, FieldAction>({
  form: 'number',
  begin: () => emptyField,
  resume: ({ text }) => ({ text, aside: false }),
  reduce: reduceField,
  keys: (draft) => fieldKeys(draft).filter(({ keys }) => draft.text !== '' || !keys.includes('tab')),
  typed: (draft, more) => (draft.text === '' && !beginsNumber.test(more) ? undefined : written(draft, more)),
  answer({ text }, { unit }) {
    if (text.trim() === '') return words.writeNumber;
    return readQuantity(text, unit) ? { form: 'number', text: text.trim() } : words.noNumber(unit);
  },
  asking: (draft, { unit }, context) => fieldRows(draft, unit.word, context),
  answered: (judged, { unit }, context) => writtenRows(judged, context, (text) => withItsUnit(text, unit)),
  words: ({ text }, { unit }) => [withItsUnit(text, unit)],
});
