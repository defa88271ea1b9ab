/** Every shipped topology at every size, at rest and in trouble, with what moves in it: the pictures that people see. */

import { describe, expect, it } from 'vitest';
import type { Row, Tone } from '../../../src/text/row.ts';
import { rowText } from '../../../src/text/row-layout.ts';
import { TestBench, topologies } from './bench.ts';

const SIZES = [
  [60, 20],
  [80, 24],
  [100, 30],
  [120, 40],
  [200, 50],
] as const;

/** What goes wrong in each, and for how long it has when the picture is taken. */
const TROUBLES: Readonly<Record<string, { readonly fault: string; readonly seconds: number }>> = {
  'one-server': { fault: 'pause db-1', seconds: 4 },
  'old-and-new': { fault: 'dns-change www.foobar.com web-2', seconds: 4 },
  doubled: { fault: 'partition lb-host-1 server-2', seconds: 7 },
  distributed: { fault: 'kill web-2', seconds: 8 },
  secured: { fault: 'cert-expire www.foobar.com', seconds: 5 },
  'scaled-up': { fault: 'partition lb-host-1 lb-host-2', seconds: 6 },
  'scaled-up-five-hosts': { fault: 'attack flood lb-host-1', seconds: 5 },
};

describe.each(topologies.map(({ id }) => id))('%s', (id) => {
  it('at rest', async () => {
    await expect(atEverySize(atRest(id))).toMatchFileSnapshot(`golden/${id}-at-rest.txt`);
  });

  it('in trouble', async () => {
    await expect(atEverySize(inTrouble(id))).toMatchFileSnapshot(`golden/${id}-in-trouble.txt`);
  });
});

it('means by its tones what they say: the same on dark and on light, for the terminal owns the colours', async () => {
  const screens = ['distributed', 'scaled-up'].map((id) => toned(inTrouble(id)));
  await expect(screens.join('\n')).toMatchFileSnapshot('golden/tones-80x24.txt');
});

function atRest(id: string): TestBench {
  return new TestBench(id, { motion: true }).wait(5);
}

function inTrouble(id: string): TestBench {
  const trouble = TROUBLES[id];
  if (trouble === undefined) throw new Error(`say what goes wrong in ${id}`);
  const bench = atRest(id);
  bench.press(':');
  bench.type(trouble.fault);
  bench.press('enter');
  return bench.wait(trouble.seconds);
}

/** One moment at all sizes, one under another. */
function atEverySize(bench: TestBench): string {
  const screens = SIZES.map(([columns, rows]) => {
    bench.resize(columns, rows);
    return `${columns}x${rows}\n${bench.screen}`;
  });
  return screens.join('\n');
}

const SIGNS: Readonly<Record<Tone, string>> = {
  plain: ' ',
  strong: 'S',
  dim: '.',
  accent: 'A',
  good: 'G',
  bad: 'B',
  warn: 'W',
};

/** Each row, and under it what its characters mean: S(trong), dim (.), A(ccent), G(ood), B(ad), W(arn). */
function toned(bench: TestBench): string {
  return bench.picture.body.map((row) => `${rowText(row).trimEnd()}\n${tonesOf(row)}\n`).join('');
}

function tonesOf(row: Row): string {
  const signs = row.map(({ text, tone }) =>
    [...text].map((character) => (character === ' ' ? ' ' : SIGNS[tone])),
  );
  return signs.flat().join('').trimEnd();
}
