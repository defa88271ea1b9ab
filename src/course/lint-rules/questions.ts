import { courseMessages as say } from '../../messages/course.ts';
import type { Problems } from '../../text/problem.ts';
import { isTextError, parseMeasure } from '../measures/parse.ts';
import type { Choice, Proof } from '../model.ts';
import type { QuestionSource } from '../question-reader.ts';
import { questionType } from '../question-types/all.ts';
import { parseRange, type Range, rangesOverlap } from '../range.ts';
import type { Linted } from './rule.ts';

/** What a question can be asked without, but should not be; and choices that say the same. */
export function checkQuestions({ source }: Linted, problems: Problems): undefined {
  for (const quiz of source.quizzes) {
    for (const asked of quiz.questions) checkQuestion(asked, problems);
  }
}

function checkQuestion(asked: QuestionSource, problems: Problems): void {
  const { question, at } = asked;
  if (!asked.named) problems.warning(at, 'question-id', say.missingQuestionId(question.id));
  if (question.hints.length === 0) problems.warning(at, 'no-hint', say.missingHint);
  if (question.explanation.length === 0) problems.warning(at, 'no-explanation', say.missingExplanation);
  const first = new Map<string, Choice>();
  for (const choice of question.choices) {
    const place = { ...at, line: choice.line };
    if (choice.feedback === '') problems.warning(place, 'no-feedback', say.missingFeedback);
    const words = choice.text.toLowerCase().replace(/\s+/g, ' ');
    const twin = first.get(words);
    if (twin && words !== '') problems.error(place, 'duplicate-choice', say.duplicateChoice(twin.line));
    first.set(words, choice);
  }
  if (asked.proof && !question.problem) checkRanges(asked, asked.proof.proof, problems);
}

/** With one measure for all choices, a value makes the right ones true together, and no wrong one with them. */
function checkRanges({ question, at }: QuestionSource, proof: Proof, problems: Problems): void {
  if (new Set(proof.measures.values()).size !== 1) return;
  const measure = parseMeasure(proof.measures.get(1) ?? '');
  const right = questionType(question.type)?.provenTrue(question) ?? new Set();
  const ranges = new Map<number, Range>();
  for (const [choice, text] of proof.expect) {
    const range = parseRange(text, isTextError(measure) ? undefined : measure.unit);
    if (!isTextError(range)) ranges.set(choice, range);
  }
  for (const [one, range] of ranges) {
    for (const [other, second] of ranges) {
      const place = { ...at, line: proof.line };
      const meet = rangesOverlap(range, second);
      if (right.has(one) && !right.has(other) && meet) {
        problems.error(place, 'ranges-overlap', say.rangesOverlap(one, other));
      } else if (right.has(one) && right.has(other) && !meet && one < other) {
        problems.error(place, 'ranges-part', say.rightsPart(one, other));
      }
    }
  }
}
