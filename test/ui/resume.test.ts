/** The program ends, by `q` or by a power cut, and begins again: everything is where it was. */
import { describe, expect, it } from 'vitest';
import type { Course } from '../../src/course/model.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { simulatorScreen } from '../../src/ui/screens/simulator/simulator.tsx';
import type { LoadScreen } from '../../src/ui/shell-options.ts';
import { makers, openTestTutor, smallCourse, type TestTutor, type TutorSettings } from './tutor.tsx';

const load: LoadScreen = (name) => (name === 'simulator' ? simulatorScreen : makers[name]);

function open(settings: TutorSettings = {}): TestTutor {
  return openTestTutor({ load, rows: 20, ...settings });
}

/** What a process finds that begins after the other was killed. */
function reopened(events: readonly JournalEvent[], settings: TutorSettings = {}): TestTutor {
  const { place } = foldProgress(events, 'small');
  return open({ events, ...(place === undefined ? {} : { place }), ...settings });
}

/** A frame of the simulator a time, until nothing has to be caught up with. */
function caughtUp(tutor: TestTutor): TestTutor {
  for (let frame = 0; frame < 200 && /going back/.test(tutor.text()); frame++) tutor.shell.tick(100);
  return tutor;
}

/** The course with one of its lessons or quizzes as its author has changed it. */
function changed(change: (course: Course) => Course): Course {
  return change(smallCourse);
}

describe('a lesson', () => {
  const lesson = { screen: 'lesson', lesson: 'blocks', page: 1 } as const;

  it('opens at the row that was read, in another window too', () => {
    const narrowly = { columns: 60, rows: 14 };
    const tutor = open({ place: lesson, rows: 14 });
    tutor.press('down', 'down', 'down', 'q');
    expect(reopened(tutor.events, { rows: 14 }).text()).toBe(tutor.text());
    const [narrow, fromTop] = [reopened(tutor.events, narrowly), open({ place: lesson, ...narrowly })];
    expect(fromTop.text()).toContain('Art, a table and code');
    expect(narrow.text()).not.toContain('Art, a table and code');
  });

  const withPages = (pages: (all: Course['stages'][0]['lessons'][0]['pages']) => typeof all) =>
    changed((course) => ({
      ...course,
      stages: course.stages.map((stage) => ({
        ...stage,
        lessons: stage.lessons.map((each) =>
          each.id === 'blocks' ? { ...each, pages: pages(each.pages) } : each,
        ),
      })),
    }));

  it('finds its page by the heading when others were put before it', () => {
    const tutor = open({ place: lesson });
    tutor.press('q');
    const first = smallCourse.stages[0]?.lessons.find(({ id }) => id === 'blocks')?.pages[0];
    const course = withPages((all) => (first === undefined ? all : [{ ...first, title: 'New' }, ...all]));
    const again = reopened(tutor.events, { course });
    expect(again.text()).toContain('page 3 of 4');
    expect(again.text()).toContain('Art, a table and code');
  });

  it('says that its page is gone, and shows the one in its place', () => {
    const tutor = open({ place: lesson });
    tutor.press('q');
    const again = reopened(tutor.events, { course: withPages((all) => all.slice(0, 1)) });
    expect(again.shell.menu?.title).toBe('The page where you stopped is gone from this lesson.');
    again.shell.choose(0);
    expect(again.text()).toContain('page 1 of 1');
  });
});

describe('a question', () => {
  const quiz = { screen: 'quiz', quiz: 'choices', question: 'several' } as const;

  it('has what was chosen and not sent, and its hints', () => {
    const tutor = open({ place: { ...quiz, question: 'one' } });
    tutor.press('i', '3', 'q');
    const again = reopened(tutor.events);
    expect(again.text()).toBe(tutor.text());
    again.press('enter');
    expect(again.events.findLast(({ type }) => type === 'answer')).toMatchObject({ hints: 1, right: false });
  });

  it('has every mark', () => {
    const tutor = open({ place: quiz });
    tutor.press('1', '3', 'q');
    const again = reopened(tutor.events);
    again.press('enter');
    expect(again.events.findLast(({ type }) => type === 'answer')).toMatchObject({ right: true });
  });

  it('says that it has changed, and is asked as it is now', () => {
    const tutor = open({ place: quiz });
    tutor.press('1', 'q');
    const course = changed((whole) => ({
      ...whole,
      stages: whole.stages.map((stage) => ({
        ...stage,
        quizzes: stage.quizzes.map((each) => ({
          ...each,
          questions: each.questions.map((question) => ({ ...question, revision: 'new' })),
        })),
      })),
    }));
    const again = reopened(tutor.events, { course });
    expect(again.shell.menu?.title).toBe('This question has changed: your answer is gone.');
    again.shell.choose(0);
    again.press('enter');
    expect(again.text()).toContain('Mark');
  });
});

describe('a run', () => {
  const site = { screen: 'simulator', topology: 'pair' } as const;

  it('stands at its second, with all that was done, and goes on as it would have', () => {
    const tutor = open({ place: site });
    tutor.press('space', '.', '.', '.', 'K', '.', '.', '+', '.', '.', 'q');
    const again = caughtUp(reopened(tutor.events));
    expect(again.text()).toContain('00:07');
    expect(again.text()).toContain('You left here');
    tutor.press('.');
    for (const each of [tutor, again]) each.press('e');
    const whole = open({ place: site });
    whole.press('space', '.', '.', '.', 'K', '.', '.', '+', '.', '.', 'e');
    expect(again.text()).toBe(whole.text());
  });

  it('begins anew where the site has changed, and says so', () => {
    const tutor = open({ place: site });
    tutor.press('space', '.', '.', 'q');
    const course = changed((whole) => ({
      ...whole,
      topologies: whole.topologies.map((each) => ({
        ...each,
        text: each.text.replace(/rate: \d+/, 'rate: 7'),
      })),
    }));
    const again = reopened(tutor.events, { course });
    expect(again.shell.menu?.title).toBe('This site has changed: your run begins anew.');
    again.shell.choose(0);
    expect(again.text()).toContain('00:00');
  });

  it('begins anew where its script says nothing', () => {
    const tutor = open({ place: site });
    tutor.press('space', '.', '.', 'q');
    const broken = tutor.events.map((event) =>
      event.type === 'place' && event.place.screen === 'simulator' && event.place.kept
        ? { ...event, place: { ...event.place, kept: { ...event.place.kept, done: ['1s eat web-1'] } } }
        : event,
    );
    expect(reopened(broken).shell.menu?.title).toBe('This site has changed: your run begins anew.');
  });
});

describe('a mission', () => {
  const mission = { screen: 'mission', mission: 'one-of-two' } as const;

  it('goes on in the middle of its run', () => {
    const tutor = open({ place: mission });
    tutor.press('enter', 'r', ...'......', 'q');
    const again = caughtUp(reopened(tutor.events));
    expect(again.text()).toContain('00:06');
    again.press('.');
    const whole = open({ place: mission });
    whole.press('enter', 'r', 'space', ...'.......');
    expect(again.text()).toBe(whole.text());
  });

  it('keeps what was planned', () => {
    const tutor = open({ place: mission });
    tutor.press('enter', 'enter');
    tutor.shell.choose(1);
    tutor.press('q');
    expect(reopened(tutor.events).text()).toContain('No change is left');
  });
});

describe('the map', () => {
  it('goes on with the run that was left for it, also after another start', () => {
    const tutor = open({ place: { screen: 'simulator', topology: 'pair' } });
    tutor.press('space', '.', '.', '.', 'escape');
    expect(tutor.shell.trail).toEqual(['map']);
    const again = reopened(tutor.events);
    expect(again.text()).toContain('Go on with A pair at 00:03.0');
    again.press('r');
    expect(caughtUp(again).text()).toContain('00:03.0');
  });

  it('opens a lesson where it was left, though another page is unread', () => {
    const tutor = open({ place: { screen: 'lesson', lesson: 'blocks', page: 1 } });
    tutor.press('escape', 'home', 'enter');
    expect(tutor.text()).toContain('page 2 of 3');
  });
});

it('goes on with a review where it was left, with what was put down', () => {
  const clock = { time: 1_000 };
  const at = (settings: TutorSettings) => ({ ...settings, clock: { now: () => clock.time } });
  const met = open(at({ place: { screen: 'quiz', quiz: 'choices', question: 'one' } }));
  met.press('2', 'enter', 'enter', '1', 'enter', 'escape', 'escape');
  clock.time += 40 * 86_400_000;
  const first = open(at({ events: met.events, place: { screen: 'review' } }));
  expect(first.text()).toContain('question 1 of 2');
  // the first is wrong, and due again within a minute; the second is begun
  first.press('s', '3', 'q');
  const second = first.text();
  clock.time += 3 * 60_000;
  const again = reopened(first.events, at({}));
  const body = (text: string) => text.split('\n').slice(1, -1);
  expect(body(again.text())).toEqual(body(second));
  expect(again.text()).toContain('question 1 of 2');
});

describe('what is kept', () => {
  it('is not written for every key, and at the latest when the learner leaves or the clock has gone on', () => {
    const clock = { time: 1_000 };
    const tutor = open({
      place: { screen: 'lesson', lesson: 'blocks', page: 1 },
      rows: 14,
      clock: { now: () => clock.time },
    });
    const before = tutor.events.length;
    tutor.press('down', 'down', 'up', 'down');
    expect(tutor.events).toHaveLength(before);
    expect(tutor.shell.unkept).toBe(true);
    clock.time += 30_000;
    tutor.press('down');
    expect(tutor.events).toHaveLength(before + 1);
    tutor.press('up');
    tutor.shell.keep();
    expect(tutor.events).toHaveLength(before + 2);
    expect(tutor.shell.unkept).toBe(false);
  });

  it('is nothing where it looks again as it is written', () => {
    const tutor = open({ place: { screen: 'lesson', lesson: 'blocks', page: 1 }, rows: 14 });
    const before = tutor.events.length;
    tutor.press('down', 'up');
    expect(tutor.shell.unkept).toBe(false);
    tutor.press('q');
    expect(tutor.events).toHaveLength(before);
  });

  it('is the place that was left, until another one is opened: the map below it is not written', () => {
    const tutor = open({ place: { screen: 'lesson', lesson: 'blocks', page: 1 } });
    const again = reopened(tutor.events);
    const since = again.events.slice(tutor.events.length);
    expect(since.filter(({ type }) => type === 'place')).toEqual([]);
  });
});
