import { plainWords } from '../messages/plain.ts';
import type { Inspected } from '../story/inspect/inspected.ts';
import { folded } from './prose.ts';

/** What is told of one thing, as lines: its headings, and under each what stands there. */
export function inspectionLines({ name, what, role, sections }: Inspected, width: number): string[] {
  return [
    ...folded(plainWords.simulator.inspected(name, what), width),
    ...folded(role, width),
    ...sections.flatMap(({ heading, lines, verbatim }) => [
      `${heading}:`,
      ...lines.flatMap(({ text, under }) =>
        verbatim ? [`  ${text}`] : folded(text, width, under ? '    ' : '  '),
      ),
    ]),
  ];
}
