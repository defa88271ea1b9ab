import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { openJournal } from '../../src/learner/journal.ts';
import { quizzesOf } from '../../src/learner/standing.ts';
import { answerTo } from '../../src/learner/stored-answer.ts';

/*
 * first-edition.jsonl was written by the program at its version 0.1.0 (commit 5b871b8), over the course of the tests of
 * the screens: `infra-tutor quiz choices --course test/ui/course --plain`, answered 1, then 1 2; again h 2, then 1 3;
 * two pages of a lesson; `infra-tutor reset choices`; answered 1, then 1 2.
 */

function firstEdition() {
  const directory = mkdtempSync(join(tmpdir(), 'infra-tutor-first-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  copyFileSync(new URL('first-edition.jsonl', import.meta.url), join(directory, 'journal.jsonl'));
  return openJournal(directory);
}

test('a journal of the first edition is read whole', () => {
  const journal = firstEdition();
  expect(journal.problems).toEqual([]);
  const { answers, pages } = journal.progress('small');
  expect([...answers].map(([id, { right, tries, given }]) => [id, right, tries, given])).toEqual([
    ['one', false, 1, false],
    ['several', false, 1, false],
  ]);
  expect([...pages.keys()]).toEqual(['blocks']);
});

test('its answers are those of the choices that stood in those places', () => {
  const { answers } = firstEdition().progress('small');
  const questions = quizzesOf(loadCourse('test/ui/course')).flatMap((quiz) => quiz.questions);
  const said = questions.slice(0, 2).map((question) => {
    const answer = answerTo(question, answers.get(question.id)?.answer);
    const chosen: readonly string[] =
      answer?.form === 'one' ? [answer.chosen] : answer?.form === 'some' ? answer.chosen : [];
    const items = 'items' in question.asks ? question.asks.items : [];
    return items.filter(({ id }) => chosen.includes(id)).map(({ text }) => text);
  });
  expect(said).toEqual([['It throws the request away'], ['HAProxy', 'MySQL']]);
});
