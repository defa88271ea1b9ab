import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { explainedWords } from './whiteboard.ts';

const t = messagesOf('report');

/** Words of `report`. */
export const reportWords = {
  oneForm: t`report is written in one form: give --json, --csv or --xapi, or none of them.`,
  email: (email: string) =>
    t`--email says who learnt in the statements of --xapi: give both, and an address such as ana@example.org, not "${excerpt(email)}".`,
  nothing: t`Nothing was read or answered yet.`,
  lessons: (count: number) => t`Read (${count} ${['lesson', 'lessons']}):`,
  missions: (count: number) => t`Missions (${count}):`,
  predictions: (count: number) => t`Predicted (${count} ${['run', 'runs']}):`,
  explanations: (count: number) => t`Explained at the whiteboard, graded by the learner (${count}):`,
  explained: explainedWords,
  guess: (right: boolean) => (right ? t`right` : t`wrong`),
  stars: (stars: number) => (stars === 0 ? t`not won` : t.counted(stars, 'star')),
  quiz: (title: string, right: number, all: number) => t`${title} (${right} of ${all} right):`,
  answer: (right: boolean, given: boolean, attempt: number) =>
    given ? t`not answered    ` : t`${right ? t`right` : t`wrong`}, attempt ${String(attempt).padEnd(2)}`,
} as const;
