import { examWords } from '../../../messages/exam.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import { fillingKeys } from '../quiz/forms/filling.ts';
import type { ExamAction, ExamState, Sitting } from './state.ts';

type Binding = KeyBinding<ExamAction>;
const words = examWords.keys;

/** The keys of an exam. Where letters are text, PgDn and PgUp go to the other questions. */
export function examKeys(state: ExamState, context: Context): readonly Binding[] {
  const enter = { keys: ['enter'], shown: 'Enter' } as const;
  if (state.phase === 'rules') return [{ ...enter, ...words.begin, action: { type: 'begin' } }];
  if (state.phase === 'result') return [{ ...enter, ...words.leave, action: { type: 'leave' } }];
  return askingKeys(state, context);
}

function askingKeys(state: Sitting, context: Context): readonly Binding[] {
  const { sheet, open, questions, hints } = state;
  const filling = sheet === undefined ? [] : fillingKeys(sheet, context);
  const isWriting = sheet?.type('a') !== undefined;
  const free = (...keys: readonly string[]): string[] =>
    keys.filter(
      (key) => !filling.some((binding) => binding.keys.includes(key)) && !(isWriting && key.length === 1),
    );
  const question = questions[state.at];
  const next = free('pagedown', 'n');
  const back = free('pageup', 'b');
  const hasHint = open.exam.hints && hints < (question?.hints.length ?? 0);
  return [
    { keys: ['enter'], shown: 'Enter', ...words.answer, action: { type: 'answer' } },
    ...filling.filter(({ label }) => label !== ''),
    { keys: next, shown: 'PgDn', ...words.next, action: { type: 'go', by: 1 } },
    ...(isWriting ? [] : [{ keys: ['e'], shown: 'e', ...words.end, action: { type: 'end' } } as const]),
    { keys: back, shown: 'PgUp', ...words.back, action: { type: 'go', by: -1 } },
    ...(hasHint && !isWriting
      ? [{ keys: ['i'], shown: 'i', ...words.hint, action: { type: 'hint' } } as const]
      : []),
    ...filling.filter(({ label }) => label === ''),
  ];
}
