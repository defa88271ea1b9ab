import { excerpt } from '../text/excerpt.ts';
import { plural } from './plural.ts';
import { explainedWords } from './whiteboard.ts';

/** Words of `report`. */
export const reportWords = {
  oneForm: 'report is written in one form: give --json, --csv or --xapi, or none of them.',
  email: (email: string) =>
    `--email says who learnt in the statements of --xapi: give both, and an address such as ana@example.org, not "${excerpt(email)}".`,
  nothing: 'Nothing was read or answered yet.',
  lessons: (count: number) => `Read (${plural(count, 'lesson')}):`,
  missions: (count: number) => `Missions (${count}):`,
  predictions: (count: number) => `Predicted (${plural(count, 'run')}):`,
  explanations: (count: number) => `Explained at the whiteboard, graded by the learner (${count}):`,
  explained: explainedWords,
  guess: (right: boolean) => (right ? 'right' : 'wrong'),
  stars: (stars: number) => (stars === 0 ? 'not won' : plural(stars, 'star')),
  quiz: (title: string, right: number, all: number) => `${title} (${right} of ${all} right):`,
  answer: (right: boolean, given: boolean, attempt: number) =>
    given ? 'not answered    ' : `${right ? 'right' : 'wrong'}, attempt ${String(attempt).padEnd(2)}`,
} as const;
