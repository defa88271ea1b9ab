/** A word or a few, written. */
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

export const text = defineForm<'text', FieldDraft, FieldAction>({
  form: 'text',
  instruction: words.writeWords,
  begin: () => emptyField,
  resume: ({ text }) => ({ text, aside: false }),
  reduce: reduceField,
  keys: fieldKeys,
  typed: written,
  answer: (draft) => {
    const said = draft.text.trim();
    return said === '' ? words.writeFirst : { form: 'text', text: said };
  },
  asking: (draft, _asks, context) => fieldRows(draft, '', context),
  answered: (judged, _asks, context) => writtenRows(judged, context),
  words: (answer) => [answer.text],
});
