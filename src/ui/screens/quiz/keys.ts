import { dueCounts, dueReplays } from '../../../learner/due.ts';
import { placementLength } from '../../../learner/placement.ts';
import { confidences, ratings } from '../../../learner/schedule.ts';
import { placement } from '../../../messages/placement.ts';
import { quiz as words } from '../../../messages/quiz.ts';
import { review as reviewWords } from '../../../messages/review.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import { fillingKeys } from './forms/filling.ts';
import { quizLayout } from './quiz-layout.ts';
import { current, type QuizAction, type QuizState, wrongIn } from './round.ts';

type Binding = KeyBinding<QuizAction>;

/** The keys of the quiz: while a question is asked, once it is answered, and at the result. */
export function quizKeys(state: QuizState, context: Context): readonly Binding[] {
  if (state.phase === 'result' || current(state) === undefined) return resultKeys(state, context);
  if (state.phase === 'confiding') return confidingKeys;
  return state.phase === 'asking' ? askingKeys(state, context) : answeredKeys(state, context);
}

function askingKeys(state: QuizState, context: Context): readonly Binding[] {
  const question = current(state)?.question;
  const keys = words.keys;
  if (question === undefined || state.sheet === undefined) {
    return [{ keys: ['enter', 's'], shown: 'Enter', ...keys.next, action: { type: 'next' } }];
  }
  const filling = fillingKeys(state.sheet, context);
  const isWriting = state.sheet.type('a') !== undefined;
  // never h, which moves to the left
  const hint: Binding = { keys: ['i'], shown: 'i', ...keys.hint, action: { type: 'hint' } };
  const letters: readonly Binding[] = [
    ...(question.hints.length > state.hints ? [hint] : []),
    { keys: ['s'], shown: 's', ...keys.skip, action: { type: 'skip' } },
    { keys: ['a'], shown: 'a', ...keys.show, action: { type: 'show' } },
  ];
  const labelled = filling.filter(({ label }) => label !== '');
  const enter: Binding = { keys: ['enter'], shown: 'Enter', ...keys.answer, action: { type: 'answer' } };
  return [
    ...(isWriting ? [enter, ...labelled] : [...labelled, enter]),
    ...(isWriting ? [] : letters),
    ...(isWriting ? [] : undoKeys(state)),
    ...filling.filter(({ label }) => label === ''),
  ];
}

function answeredKeys(state: QuizState, context: Context): readonly Binding[] {
  const isLast =
    state.asked.length >= (state.placement ? placementLength : 0) &&
    !state.asked.some(({ question }, index) => index > state.at && !state.results.has(question.id));
  const proof = current(state)?.question.proof;
  const watch: Binding = { keys: ['w'], shown: 'w', ...words.keys.watch, action: { type: 'watch' } };
  return [
    {
      keys: ['enter', 'space', 'right', 'l', 'n'],
      shown: 'Enter',
      ...(isLast ? words.keys.result : words.keys.next),
      action: { type: 'next' },
    },
    ...(proof ? [watch] : []),
    ...rateKeys(state),
    ...undoKeys(state),
    ...scrollKeys(state, context),
  ];
}

const confidingKeys: readonly Binding[] = [
  ...confidences.map(
    (confidence): Binding => ({
      keys: [confidence.slice(0, 1)],
      shown: confidence.slice(0, 1),
      ...reviewWords.keys[confidence],
      action: { type: 'confide', confidence },
    }),
  ),
  {
    keys: ['backspace', 'left', 'h'],
    shown: 'Backspace',
    ...reviewWords.keys.change,
    action: { type: 'change' },
  },
];

function rateKeys({ review }: QuizState): readonly Binding[] {
  if (review?.known === undefined) return [];
  return [
    {
      keys: ratings.map((_, index) => String(index + 1)),
      shown: '1-4',
      ...reviewWords.keys.rate,
      action: (key) => ({ type: 'rate', rating: ratings[Number(key) - 1] ?? 'good' }),
    },
  ];
}

function undoKeys({ review }: QuizState): readonly Binding[] {
  if (review?.last === undefined) return [];
  return [{ keys: ['u'], shown: 'u', ...reviewWords.keys.undo, action: { type: 'undo' } }];
}

function resultKeys(state: QuizState, context: Context): readonly Binding[] {
  const leave: Binding = {
    keys: ['enter', 'space'],
    shown: 'Enter',
    ...words.keys.leave,
    action: { type: 'leave' },
  };
  const play = state.review ? playKeys(context) : [];
  if (state.asked.length === 0) return [leave, ...play];
  if (state.placement) {
    const begin: Binding = { ...leave, ...placement.keys.begin, action: { type: 'begin' } };
    return [begin, ...scrollKeys(state, context)];
  }
  if (state.review)
    return [leave, ...moreKeys(context), ...play, ...undoKeys(state), ...scrollKeys(state, context)];
  const onlyWrong: Binding = {
    keys: ['o'],
    shown: 'o',
    ...words.keys.onlyWrong,
    action: { type: 'again', only: 'wrong' },
  };
  return [
    leave,
    ...(wrongIn(state).length > 0 ? [onlyWrong] : []),
    { keys: ['r'], shown: 'r', ...words.keys.again, action: { type: 'again', only: 'all' } },
    ...scrollKeys(state, context),
  ];
}

function playKeys({ course, progress, now }: Context): readonly Binding[] {
  if (dueReplays(course, progress, now).length === 0) return [];
  return [{ keys: ['p'], shown: 'p', ...reviewWords.keys.play, action: { type: 'play' } }];
}

/** What is due still, or again: what was wrong comes back within minutes. */
function moreKeys({ course, progress, now }: Context): readonly Binding[] {
  if (dueCounts(course, progress, now).now === 0) return [];
  return [{ keys: ['m'], shown: 'm', ...reviewWords.keys.more, action: { type: 'more' } }];
}

function scrollKeys(state: QuizState, context: Context): readonly Binding[] {
  const { glyphs, rows } = context;
  if (quizLayout(state, context).rows.length <= rows) return [];
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...words.keys.scroll,
      action: (key) => ({ type: 'scroll', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    {
      keys: ['pageup', 'pagedown'],
      shown: 'PgUp PgDn',
      ...words.keys.page,
      action: (key) => ({ type: 'scroll', by: key === 'pageup' ? 2 - rows : rows - 2 }),
    },
  ];
}
