import type { Course, Lesson, Question, Quiz, Stage } from '../../src/course/model.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent, Progress } from '../../src/learner/progress.ts';

function lesson(id: string, pages: number, topology?: string): Lesson {
  return {
    id,
    title: `Lesson ${id}`,
    summary: '',
    objectives: [],
    minutes: 5,
    prerequisites: [],
    topology,
    tags: [],
    draft: false,
    file: `lessons/${id}.md`,
    pages: Array.from({ length: pages }, (_, index) => ({
      title: `Page ${index + 1}`,
      blocks: [],
      line: 1,
      notes: '',
      footnotes: [],
    })),
    problem: undefined,
  };
}

function question(id: string): Question {
  return {
    id,
    type: 'single-choice',
    line: 1,
    revision: id,
    fixed: false,
    prompt: [],
    hints: [],
    explanation: [],
    notes: '',
    asks: { form: 'one', items: [] },
    key: [],
    proof: undefined,
    problem: undefined,
  };
}

function quiz(id: string, questions: readonly string[]): Quiz {
  return {
    id,
    title: `Quiz ${id}`,
    file: `quizzes/${id}.md`,
    draft: false,
    intro: [],
    notes: '',
    questionIds: questions,
    questions: questions.map(question),
    problem: undefined,
  };
}

function stage(number: number, id: string, lessons: readonly Lesson[], quizzes: readonly Quiz[]): Stage {
  return { id, number, title: `Stage ${id}`, summary: '', topology: 'pair', lessons, quizzes, missions: [] };
}

/** Two stages: two lessons and a quiz; one lesson. The quiz has the id of a topology. */
export const smallCourse: Course = {
  root: '/course',
  id: 'small',
  title: 'A small course',
  language: 'en',
  stages: [
    stage(0, '0-one', [lesson('first', 2), lesson('second', 1)], [quiz('pair', ['a', 'b'])]),
    stage(1, '1-two', [lesson('third', 1, 'trio')], []),
  ],
  glossary: [],
  topologies: [{ id: 'pair', title: 'A pair', stage: '0-one', file: 'pair.yaml', text: '' }],
  problems: [],
};

type Unstamped<E> = E extends JournalEvent ? Omit<E, 'at' | 'course'> : never;

/** The progress of somebody who did these things in the small course. */
export function progressAfter(...events: readonly Unstamped<JournalEvent>[]): Progress {
  return foldProgress(
    events.map((event) => ({ ...event, at: 1, course: 'small' })),
    'small',
  );
}

export const saw = (id: string, page: number, pages: number) =>
  ({ type: 'page', lesson: id, page, pages }) as const;

export const answered = (id: string, right: boolean) =>
  ({
    type: 'answer',
    quiz: 'pair',
    question: id,
    answer: { form: 'one', chosen: 'a' },
    right,
    hints: 0,
    given: false,
  }) as const;
