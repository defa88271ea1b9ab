import { expect, test } from 'vitest';
import { faultHelp } from '../../src/simulator/faults/examples.ts';
import { FAULTS, isVerb } from '../../src/simulator/faults/table.ts';
import { TARGET_NAMES } from '../../src/simulator/faults/targets.ts';

/** What a fault acts on, one after the other: `delay app-1 db-1 100ms` on two ends of a link. */
function actsOn(written: string): string {
  const [verb = ''] = written.split(' ');
  if (!isVerb(verb)) throw new Error(written);
  const { targets, on, optional = 0 } = FAULTS[verb];
  const names = targets.map((kind, i) => {
    const name = on?.join(', ') ?? (kind === 'traffic' ? kind : TARGET_NAMES[kind]);
    return i < targets.length - optional ? name : `(${name})`;
  });
  return names.join(', ');
}

function letterOf(written: string): string {
  const [verb = ''] = written.split(' ');
  return isVerb(verb) ? FAULTS[verb].letter : '';
}

const rows = faultHelp.map(({ written, means, undo }) => [
  `\`${written}\``,
  letterOf(written),
  actsOn(written),
  means,
  undo === undefined ? '' : `\`${undo}\``,
]);

const document = `# Faults

What can go wrong in a simulation: with \`--fault '10s FAULT'\`, in the \`fault\` of a lesson's run, behind its
letter on the live screen, a capital that is always the same, and as a line in plain mode. A fault changes the world, never
what a component believes of it. What the components make of it stands in [model.md](model.md). Targets in brackets may be
left out.

This page is written from the table in \`src/simulator/faults/table.ts\`:
\`npx vitest run test/simulator/faults-document.test.ts -u\`

| fault | letter | acts on | means | taken away by |
| --- | --- | --- | --- | --- |
${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;

test('docs/faults.md tells every fault of the table', async () => {
  await expect(document).toMatchFileSnapshot('../../docs/faults.md');
});
