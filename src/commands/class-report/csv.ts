import { rightAtFirst, wasAnswered } from '../../learner/class/tally.ts';
import { classWords as words } from '../../messages/class.ts';
import { cell } from '../report/csv.ts';
import type { ClassReport } from './report.ts';

/** A row for each learner (RFC 4180), and after what all have a column a question: 1 right at first, 0 wrong, or empty. */
export function* classCsv({ learners, items }: ClassReport): Iterable<string> {
  const asked = items.flatMap(({ question, statistics }, number) =>
    statistics.answered > 0 ? [{ id: question.id, number }] : [],
  );
  yield csvRow([...words.csv, ...asked.map(({ id }) => id)]);
  for (const learner of learners) {
    const { name, file, answered, rightFirst, rightLast, hints, lookedUp, seconds } = learner;
    const { missionsWon, stars, predictions, predictionsRight, marks } = learner;
    const counts = [answered, rightFirst, rightLast, hints, lookedUp, seconds];
    const others = [missionsWon, stars, predictions, predictionsRight];
    yield csvRow([
      name,
      file,
      ...[...counts, ...others].map(String),
      ...asked.map(({ number }) =>
        wasAnswered(learner, number) ? (marks[number] === rightAtFirst ? '1' : '0') : '',
      ),
    ]);
  }
}

function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}
