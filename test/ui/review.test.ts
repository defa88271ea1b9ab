import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { openTestTutor, smallCourse, type TestTutor } from './tutor.tsx';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const monday = Date.UTC(2026, 2, 2, 8);

/** A clock that a test turns. */
function turnable(now = monday) {
  return { time: now, now: () => 0 };
}

function open(events: readonly JournalEvent[] = [], now = monday) {
  const clock = turnable(now);
  const tutor = openTestTutor({ events, clock: { now: () => clock.time } });
  return { tutor, clock };
}

/** Somebody who has met both questions of the course in its quiz: the first right, the second wrong. */
function met() {
  const { tutor, clock } = open();
  tutor.press('down', 'down', 'down', 'enter', '2', 'enter', 'enter', '2', 'enter', 'enter', 'escape');
  expect(answers(tutor).map(({ right }) => right)).toEqual([true, false]);
  return { tutor, clock };
}

function answers({ events }: TestTutor) {
  return events.flatMap((event) => (event.type === 'answer' ? [event] : []));
}

describe('the map', () => {
  it('says what is to be reviewed now, today and in the week, and v asks it', () => {
    const { tutor, clock } = met();
    clock.time += 5 * MINUTE;
    expect(tutor.text()).toContain('To review: 1 now, 2 today');
    tutor.press('v');
    expect(tutor.shell.trail).toEqual(['map', 'review']);
    expect(tutor.text()).toContain('Review: One and several');
  });

  it('says nothing to somebody who has answered nothing', () => {
    expect(open().tutor.text()).not.toContain('To review');
  });
});

describe('a review', () => {
  it('asks how sure one is before it says what is right, and writes that down', () => {
    const { tutor, clock } = met();
    clock.time += 5 * MINUTE;
    tutor.press('v', '2', 'enter');
    expect(tutor.text()).toContain('How sure are you?');
    expect(tutor.text()).not.toMatch(/Not quite|Right\./);
    expect(answers(tutor)).toHaveLength(2);
    tutor.press('s');
    expect(answers(tutor).at(-1)).toMatchObject({ question: 'several', confidence: 'sure', right: false });
    expect(tutor.text()).toContain('You were sure of that: it comes first the next time.');
    expect(tutor.text()).toContain('Comes back in a minute (again).');
    tutor.press('enter');
    expect(tutor.text()).toContain('How sure you were: sure, 0 of 1 right.');
  });

  it('lets the answer be changed until it is said how sure one is', () => {
    const { tutor, clock } = met();
    clock.time += 5 * MINUTE;
    tutor.press('v', '2', 'enter', 'backspace', '1', '2', '3', 'enter', 'f');
    expect(answers(tutor).at(-1)).toMatchObject({ right: true, confidence: 'fairly' });
  });

  it('lets its learner overrule the rating', () => {
    const { tutor, clock } = met();
    clock.time += 5 * MINUTE;
    tutor.press('v', '1', '3', 'enter', 'f', '4');
    expect(tutor.text()).toContain('(easy).');
    expect(tutor.events.at(-1)).toMatchObject({ type: 'rating', question: 'several', rating: 'easy' });
    expect(tutor.shell.context().progress.answers.get('several')?.rating).toBe('easy');
  });

  it('takes an answer back as if it had never been given', () => {
    const { tutor, clock } = met();
    clock.time += 5 * MINUTE;
    const before = tutor.shell.context().progress.answers;
    tutor.press('v', '1', '3', 'enter', 's', 'u');
    expect(tutor.shell.context().progress.answers).toEqual(before);
    expect(tutor.text()).toContain('question 1 of 1 · 0 right');
    tutor.press('1', '3', 'enter', 'g', 'enter', 'u');
    expect(tutor.text()).toContain('question 1 of 1 · 0 right');
    expect(tutor.shell.context().progress.answers).toEqual(before);
  });

  it('ends after ten minutes and leaves the rest for another time', () => {
    const { tutor, clock } = met();
    clock.time += 30 * DAY;
    tutor.press('v', 'x');
    expect(tutor.text()).toContain('question 1 of 2');
    clock.time += 11 * MINUTE;
    tutor.press('s');
    expect(tutor.text()).toContain('0 of 1 right.');
    expect(tutor.text()).not.toContain('How sure you were');
    expect(tutor.text()).toContain('1 question is left for another time.');
    tutor.press('m');
    expect(tutor.text()).toContain('question 1 of 1');
  });

  it('says when there is nothing to review, and when there is', () => {
    const { tutor, clock } = met();
    clock.time += 30;
    const again = openTestTutor({
      events: tutor.events,
      clock: { now: () => clock.time },
      place: { screen: 'review' },
    });
    expect(again.text()).toContain('Nothing to review now. The next question comes in a minute.');
  });
});

it('reminds of a mission that was lost, and plays it', () => {
  const [mission] = smallCourse.stages.flatMap(({ missions }) => missions);
  const lost = { type: 'mission', mission: mission?.id ?? '', stars: 0, hints: 0 } as const;
  const { tutor, clock } = open([{ ...lost, at: monday, course: 'small' }]);
  clock.time += HOUR;
  tutor.press('v');
  expect(tutor.text()).toContain(`Worth doing again:`);
  expect(tutor.text()).toContain(mission?.title ?? 'no mission');
  tutor.press('p');
  expect(tutor.shell.trail).toEqual(['map', 'review', 'mission']);
});

it('in a week of learning, brings back first what was wrong and sure on Monday', () => {
  const { tutor, clock } = met();
  clock.time += 8 * HOUR;
  // Monday evening: sure of the first, which is right; sure of the second, which is wrong
  tutor.press('v');
  for (let asked = 0; asked < 2; asked++) {
    tutor.press('2', 'enter', 's', 'enter');
  }
  tutor.press('enter');
  const asked: string[][] = [];
  for (let day = 1; day <= 6; day++) {
    clock.time += DAY;
    tutor.press('v');
    const first =
      /They go on|Which of these are load balancers|web-2 is killed/.exec(tutor.text())?.[0] ?? '';
    asked.push([first]);
    if (tutor.shell.trail.includes('review')) tutor.press('escape');
  }
  expect(asked[0]).toEqual(['Which of these are load balancers']);
  expect(asked.flat()).not.toContain('web-2 is killed');
});
