import type { Row } from './judge.ts';
import { source } from './recorded.ts';

export const BEGIN = '<!-- agreement: begin, written by `npm run model` -->';
export const END = '<!-- agreement: end -->';

interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The table of agreement as markdown: what differs first, then everything, experiment by experiment. */
export function agreement(sections: readonly Section[]): string {
  const all = sections.flatMap(({ rows }) => rows);
  const differing = all.filter((row) => !row.agrees);
  return [
    BEGIN,
    '',
    `Held against ${source}: ${all.length - differing.length} of ${all.length} lines agree, ${differing.length} do not.`,
    'Each simulated range is over several seeds, with the fault at another moment each time.',
    '',
    '### Where it differs',
    '',
    '| recording | set-up | what | recorded | simulated | why |',
    '| --- | --- | --- | --- | --- | --- |',
    ...differing.map((row) =>
      line([row.experiment, row.variant, row.what, row.recorded, row.simulated, row.because ?? '']),
    ),
    '',
    ...sections.flatMap(({ title, rows }) => [
      `### ${title}`,
      '',
      '| set-up | what | recorded | simulated | held to | agrees |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map((row) =>
        line([row.variant, row.what, row.recorded, row.simulated, row.heldTo, row.agrees ? 'yes' : '**no**']),
      ),
      '',
    ]),
    END,
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The document with the table in it replaced. */
export function withAgreement(document: string, table: string): string {
  const from = document.indexOf(BEGIN);
  const to = document.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/model.md has no lines "${BEGIN}" and "${END}"`);
  return document.slice(0, from) + table + document.slice(to + END.length);
}
