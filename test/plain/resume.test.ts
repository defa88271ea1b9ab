/** What was left on the screen or in lines is gone on with in lines. */
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent, Place } from '../../src/learner/progress.ts';
import { runPlain } from '../../src/plain/tutor.ts';
import { tutorInLines } from './tutor-in-lines.ts';

const course = loadCourse('test/ui/course');

/** One sitting, from where the one before ended. */
async function sitting(events: JournalEvent[], lines: readonly string[], at?: Place): Promise<string> {
  const { tutor, said } = tutorInLines(course, lines, { events, clock: () => 1_000 });
  await runPlain(tutor, at ?? foldProgress(events, 'small').place);
  return said();
}

/** The lines between two sentences. */
function after(text: string, sentence: string): string {
  return text.slice(text.indexOf(sentence) + sentence.length);
}

test('a run goes on at its second as if it had never been left', async () => {
  const site = { screen: 'simulator', topology: 'pair' } as const;
  const [left, whole]: JournalEvent[][] = [[], []];
  await sitting(left ?? [], ['run 3s', 'kill web-2', 'run 2s'], site);
  const again = await sitting(left ?? [], ['run 5s', 'line']);
  const never = await sitting(whole ?? [], ['run 3s', 'kill web-2', 'run 2s', 'run 5s', 'line'], site);
  expect(again).toContain('You left here, at 5s.');
  const ending = after(again, '5s> run 5s');
  expect(ending).toContain('--fault');
  expect(after(never, '5s> run 5s')).toBe(ending);
});

test('a mission goes on in the middle of its run, with its changes and what was done', async () => {
  const mission = { screen: 'mission', mission: 'one-of-two' } as const;
  const [left, whole]: JournalEvent[][] = [[], []];
  const [before, then] = [
    ['run', 'run 6s', 'start web-2', 'run 2s'],
    ['run 3s', 'goals', 'q'],
  ];
  await sitting(left ?? [], before, mission);
  const again = await sitting(left ?? [], then);
  const never = await sitting(whole ?? [], [...before, ...then], mission);
  expect(again).toMatch(/You left here, at 8(\.\d+)?s/);
  const ending = after(again, 'run 3s');
  expect(ending).toContain('met so far');
  expect(after(never, 'run 3s')).toBe(ending);
});

test('an answer that was put down on the screen is sent with Enter; of a question that has changed it is told', async () => {
  const asked = course.stages[0]?.quizzes[0]?.questions[1];
  const kept = {
    revision: asked?.revision ?? '',
    answer: { form: 'some', chosen: [] as string[] },
    hints: 0,
  } as const;
  const items = asked?.asks.form === 'some' ? asked.asks.items : [];
  const answer = { form: 'some', chosen: [items[0]?.id ?? '', items[2]?.id ?? ''] } as const;
  const place = { screen: 'quiz', quiz: 'choices', question: 'several', kept: { ...kept, answer } } as const;
  const events: JournalEvent[] = [];
  const text = await sitting(events, ['', 'q'], place);
  expect(text).toContain('You had put down, and not sent: 1, HAProxy; 3, Nginx, when it is set up as one.');
  expect(events.find(({ type }) => type === 'answer')).toMatchObject({ question: 'several', right: true });
  const stale = { ...place, kept: { ...kept, answer, revision: 'older' } };
  expect(await sitting([], ['q'], stale)).toContain('This question has changed: your answer is gone.');
});
