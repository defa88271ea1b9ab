/** Two runs side by side, and the way through the stages, in lines. */

import { compareWords as words } from '../messages/compare.ts';
import type { SideBySide, Sum } from '../story/compare/side-by-side.ts';
import type { WayPoint } from '../story/compare/the-way.ts';
import { columnOf } from '../text/cells.ts';
import { folded } from './prose.ts';

const ROWS = ['usersHurt', 'failed', 'slow', 'outageSeconds', 'writesLost', 'hosts'] as const;
const NUMBER = columnOf([words.asItIs, words.changed, words.difference], 2);
const MOST_COLUMNS = 60;

/** The numbers of both, their difference, what the users saw in each second, and what it comes to in a sentence. */
export function comparisonLines(pair: SideBySide, change: string, width: number): string[] {
  const { before, after, difference } = pair;
  const label = Math.max(...ROWS.map((row) => words.rows[row].length)) + 2;
  const [was, is] = [before.sum, after.sum];
  const header = [words.asItIs, words.changed, words.difference].map((text) => text.padStart(NUMBER));
  return [
    ' '.repeat(label) + header.join(''),
    ...ROWS.map((row) => {
      const numbers = [`${was[row]}`, `${is[row]}`, signed(difference[row])];
      return words.rows[row].padEnd(label) + numbers.map((text) => text.padStart(NUMBER)).join('');
    }),
    '',
    ...chartLines(pair),
    ...folded(words.sentence(change, difference), width),
    ...folded(words.hurtMeans, width),
  ];
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : `${count}`;
}

/** Failed requests by second, as digits: a log and a voice can have them. */
function chartLines({ before, after }: SideBySide): string[] {
  const failed = [before, after].map(({ told }) =>
    told.simulation.report().per_second.map((each) => each.failed),
  );
  const span = Math.max(1, Math.ceil(Math.max(...failed.map(({ length }) => length)) / MOST_COLUMNS));
  const columns = failed.map((seconds) =>
    Array.from(
      { length: Math.ceil(seconds.length / span) },
      (_, index) =>
        seconds.slice(index * span, (index + 1) * span).reduce((sum, count) => sum + count, 0) / span,
    ),
  );
  const most = Math.max(...columns.flat());
  if (!(most > 0)) return [];
  const digits = (counts: readonly number[] = []) =>
    counts.map((count) => (count === 0 ? '.' : `${Math.max(1, Math.round((count / most) * 9))}`)).join('');
  const name = columnOf([words.asItIs, words.changed], 2);
  return [
    `${words.chart} ${words.most(Math.round(most))}:`,
    `  ${words.asItIs.padEnd(name)}${digits(columns[0])}`,
    `  ${words.changed.padEnd(name)}${digits(columns[1])}`,
    '',
  ];
}

/** A line a point: what it costs, whom it hurts, and what the last step gained. */
export function wayLines(points: readonly WayPoint[], width: number): string[] {
  const { columns } = words;
  const names = points.map(({ title, change }) => words.point(title, change));
  const label = Math.max(...names.map(({ length }) => length)) + 2;
  const number = columnOf(Object.values(columns), 2);
  const row = (...texts: readonly string[]) => texts.map((text) => text.padStart(number)).join('');
  return [
    ' '.repeat(label) +
      row(columns.hosts, columns.hurt, columns.failed, columns.gain, columns.outage, columns.lost),
    ...points.map(({ sum }, index) => {
      const before: Sum | undefined = points[index - 1]?.sum;
      const gain = before === undefined ? '' : signed(before.failed - sum.failed);
      const outage = words.seconds(sum.outageSeconds);
      return (
        (names[index] ?? '').padEnd(label) +
        row(`${sum.hosts}`, `${sum.usersHurt}`, `${sum.failed}`, gain, outage, `${sum.writesLost}`)
      );
    }),
    '',
    ...folded(words.night, width),
    ...folded(words.hurtMeans, width),
  ];
}
