import type { Course } from '../../course/model.ts';
import { isoTime } from '../../learner/iso-time.ts';
import type { LearningRecord } from '../../learner/record.ts';
import { plainLine } from '../../text/plain-text.ts';
import { toldAnswers } from './told-answer.ts';

const head = [
  'time',
  'stage',
  'quiz',
  'question',
  'asked',
  'attempt',
  'answer',
  'right',
  'given',
  'hints',
  'confidence',
];

/** Every answer as a row (RFC 4180). */
export function reportCsv(course: Course, { answers }: LearningRecord): string {
  const rows = toldAnswers(course, answers).map((answer) => [
    isoTime(answer.at),
    answer.stage?.title ?? '',
    answer.inQuiz?.title ?? answer.quiz,
    answer.question,
    answer.prompt,
    String(answer.attempt),
    answer.said,
    answer.right ? 'yes' : 'no',
    answer.given ? 'yes' : 'no',
    String(answer.hints),
    answer.confidence ?? '',
  ]);
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * A cell in quotes. What a spreadsheet would take for a formula gets an apostrophe before it, which makes it text
 * (OWASP, "CSV Injection"): the words of a course are its author's, and the answers are whatever was typed.
 */
export function cell(text: string): string {
  const line = plainLine(text);
  const safe = /^[\s'"]*[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
  return `"${safe.replaceAll('"', '""')}"`;
}
