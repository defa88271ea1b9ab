/** What the tests of the screens open: a place of the small course, and the keys that are pressed there. */
import { loadCourse } from '../../src/course/load-course.ts';
import type { Presented } from '../../src/learner/presented.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { drawn } from './mount.ts';
import { mountTutor, type TutorSettings } from './tutor.tsx';

const stamp = { at: 1, course: 'small' } as const;
const begun: readonly JournalEvent[] = [
  { ...stamp, type: 'page', lesson: 'blocks', page: 0, pages: 3 },
  { ...stamp, type: 'page', lesson: 'long', page: 0, pages: 1 },
  {
    ...stamp,
    type: 'answer',
    quiz: 'choices',
    question: 'one',
    answer: { form: 'places-in-file', chosen: [0] },
    right: false,
    hints: 0,
    given: false,
  },
  { ...stamp, type: 'place', place: { screen: 'lesson', lesson: 'blocks', page: 0 } },
];

export interface Scene {
  readonly settings?: TutorSettings;
  /** bytes as a terminal sends them */
  readonly keys?: readonly string[];
}

const RIGHT = '\x1b[C';
const DOWN = '\x1b[B';
const ENTER = '\r';
const lesson = (page: number): TutorSettings => ({ place: { screen: 'lesson', lesson: 'blocks', page } });
const quiz = (question: string): TutorSettings => ({ place: { screen: 'quiz', quiz: 'choices', question } });

const mission: TutorSettings = { place: { screen: 'mission', mission: 'one-of-two' } };

/** By the clock on the wall, wherever that hangs. */
const LATE = new Date(2026, 2, 2, 14, 5).getTime();
const slide: Presented = {
  title: 'Blocks of every kind',
  slide: 'Art, a table and code',
  at: 2,
  of: 3,
  stroke: 1,
  strokes: 4,
  answer: 'hidden',
  blank: false,
  notes:
    'Press Space *four* times. Before the last, ask:\n\n- Who answers when `web-1` is dead?\n- And who knows?',
  next: 'Runs',
  startedAt: LATE - 47 * 60_000,
};

const formsCourse = loadCourse('test/ui/forms');
const form = (question: string): TutorSettings => ({
  course: formsCourse,
  place: { screen: 'quiz', quiz: 'forms', question },
});

export const scenes: Readonly<Record<string, Scene>> = {
  'map-first-time': {},
  'map-begun': { settings: { events: begun, place: { screen: 'map' } } },
  'map-menu': { keys: ['b'] },
  'lesson-prose': { settings: lesson(0) },
  'lesson-sources': { settings: lesson(0), keys: ['s'] },
  'lesson-blocks': { settings: lesson(1) },
  'lesson-runs': { settings: lesson(2) },
  'lesson-scrolled': {
    settings: { place: { screen: 'lesson', lesson: 'long', page: 0 } },
    keys: [DOWN, DOWN],
  },
  'lesson-broken': { settings: { place: { screen: 'lesson', lesson: 'broken', page: 0 } } },
  'quiz-hints': { settings: quiz('one'), keys: ['i', 'i', DOWN, DOWN] },
  'quiz-right': { settings: quiz('one'), keys: ['2', ENTER] },
  'quiz-wrong': { settings: quiz('one'), keys: ['3', ENTER] },
  'quiz-several': { settings: quiz('several'), keys: ['1', '2'] },
  'quiz-several-answered': { settings: quiz('several'), keys: ['1', '2', ENTER] },
  'quiz-result': { settings: quiz('one'), keys: ['1', ENTER, ENTER, 's'] },
  'quiz-again': { settings: quiz('one'), keys: ['1', ENTER, ENTER, 's', ENTER, DOWN, DOWN, DOWN, ENTER] },
  'form-order': { settings: form('order') },
  'form-order-moving': { settings: form('order'), keys: ['2', ' ', DOWN] },
  'form-order-wrong': { settings: form('order'), keys: ['3', ' ', '1', ' ', '3', ' ', '2', ' ', ENTER] },
  'form-order-shown': { settings: form('order'), keys: ['a'] },
  'form-number': { settings: form('number'), keys: ['1'] },
  'form-number-lacks': { settings: form('number'), keys: ['i', '1', '0', 'k', 'm', ENTER] },
  'form-number-wrong': { settings: form('number'), keys: ['1', ENTER] },
  'form-number-right': { settings: form('number'), keys: ['5', '0', '0', '0', ' ', 'm', 's', ENTER] },
  'form-text-empty': { settings: form('text'), keys: ['\t', 'i', '\t'] },
  'form-text-right': {
    settings: form('text'),
    keys: ['S', 'p', 'l', 't', ' ', 'b', 'r', 'a', 'i', 'n', ENTER],
  },
  'form-text-wrong': { settings: form('text'), keys: ['q', ENTER] },
  'form-point': { settings: form('point'), keys: ['l', ' ', 'k', 'i'] },
  'form-point-wrong': { settings: form('point'), keys: ['l', ' ', ENTER] },
  'form-point-right': { settings: form('point'), keys: [' ', ENTER] },
  'form-point-shown': { settings: form('point'), keys: ['a'] },
  'mission-briefing': { settings: mission },
  'mission-plan': { settings: mission, keys: [ENTER, DOWN, DOWN] },
  'mission-writing': { settings: mission, keys: [ENTER, DOWN, ENTER, 'x', ENTER] },
  'mission-hint': { settings: mission, keys: [ENTER, 'i'] },
  'mission-lost': { settings: mission, keys: [ENTER, 'r', 'd', 'd'] },
  'mission-won': { settings: mission, keys: [ENTER, ENTER, '2', 'r', 'd', 'd'] },
  'present-page': { settings: { place: { screen: 'present', id: 'blocks' } }, keys: [RIGHT] },
  'present-run': { settings: { place: { screen: 'present', id: 'blocks' } }, keys: [RIGHT, RIGHT] },
  'present-question': { settings: { place: { screen: 'present', id: 'choices' } } },
  'present-answer': { settings: { place: { screen: 'present', id: 'choices' } }, keys: [ENTER] },
  notes: {
    settings: {
      place: { screen: 'notes', id: undefined, minutes: 50 },
      clock: { now: () => LATE },
      doJob: (_, tell) => tell({ state: 'presented', found: { slide } }),
    },
  },
  glossary: { keys: ['g', 'r'] },
  help: { settings: lesson(2), keys: ['?'] },
  search: { keys: ['/', 'r', 'o', 'b', 'i', 'n'] },
  'search-nothing': { keys: ['/', 'x', 'y', 'z'] },
};

/** What is on the screen after the last key. */
export async function shown({ settings = {}, keys = [] }: Scene, more: TutorSettings & { colour?: boolean }) {
  const tutor = await mountTutor({ ...settings, ...more });
  await tutor.press(...keys);
  await drawn();
  const frame = tutor.frame();
  tutor.unmount();
  return frame;
}
