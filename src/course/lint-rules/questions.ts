import { courseMessages as say } from '../../messages/course.ts';
import { examMessages as exam } from '../../messages/exam.ts';
import type { Problems } from '../../text/problem.ts';
import { readTopology } from '../../topology/read.ts';
import { isTextError, parseMeasure } from '../measures/parse.ts';
import type { Proof } from '../model.ts';
import type { QuestionSource } from '../question-reader.ts';
import { questionType } from '../question-types/all.ts';
import type { LintHelp } from '../question-types/question-type.ts';
import type { QuizSource } from '../quiz-reader.ts';
import { parseRange, rangesOverlap } from '../range.ts';
import { stopsIn } from '../stops.ts';
import { topologiesOf } from '../topologies.ts';
import type { Linted } from './rule.ts';

/** What a question can be asked without, but should not be; and what its type finds wrong with it. */
export function checkQuestions({ source, course }: Linted, problems: Problems): undefined {
  const openTopology = topologiesOf(course, readTopology);
  const help = { course, openTopology, stops: stopsIn(openTopology) };
  for (const quiz of source.quizzes) {
    checkExam(quiz, problems);
    for (const asked of quiz.questions) checkQuestion(asked, problems, help);
  }
}

/** Whether there are as many questions as an exam draws. */
function checkExam({ quiz, frontMatter, questions }: QuizSource, problems: Problems): void {
  const draw = quiz.exam?.draw;
  if (draw === undefined || draw <= questions.length) return;
  problems.error(frontMatter.fields.at('exam'), 'exam', exam.draw(draw, questions.length));
}

function checkQuestion(asked: QuestionSource, problems: Problems, help: LintHelp): void {
  const { question, at } = asked;
  if (!asked.named) problems.warning(at, 'question-id', say.missingQuestionId(question.id));
  if (question.hints.length === 0) problems.warning(at, 'no-hint', say.missingHint);
  if (question.explanation.length === 0) problems.warning(at, 'no-explanation', say.missingExplanation);
  if (!question.problem) questionType(question.type)?.lint(question, at, problems, help);
  if (asked.proof && !question.problem) checkRanges(asked, asked.proof.proof, problems);
}

/** With one measure for all choices, a value makes the right ones true together, and no wrong one with them. */
function checkRanges({ at }: QuestionSource, { claims, line }: Proof, problems: Problems): void {
  const [first, ...others] = new Set(claims.map(({ measure }) => measure));
  if (first === undefined || others.length > 0) return;
  const measure = parseMeasure(first);
  const unit = isTextError(measure) ? undefined : measure.unit;
  const known = claims.flatMap(({ choice, right, expect }) => {
    if (!('range' in expect)) return [];
    const range = parseRange(expect.range, unit);
    return isTextError(range) ? [] : [{ choice, right, range }];
  });
  const place = { ...at, line };
  for (const one of known.filter(({ right }) => right)) {
    for (const other of known) {
      const meet = rangesOverlap(one.range, other.range);
      if (!other.right && meet) {
        problems.error(place, 'ranges-overlap', say.rangesOverlap(one.choice, other.choice));
      } else if (other.right && !meet && one.choice < other.choice) {
        problems.error(place, 'ranges-part', say.rightsPart(one.choice, other.choice));
      }
    }
  }
}
