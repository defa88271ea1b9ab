import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { experiments } from './all.ts';
import type { Row } from './judge.ts';
import { agreement, withAgreement } from './table.ts';

const told = ({ variant, what, recorded, simulated, heldTo }: Row) =>
  `${variant}, ${what}: recorded ${recorded}, simulated ${simulated}, held to ${heldTo}`;

describe('the simulator against recordings of the real programs', () => {
  const sections: { title: string; rows: Row[] }[] = [];

  for (const { title, rows } of experiments) {
    it(title, () => {
      const found = rows();
      sections.push({ title, rows: found });
      expect(found.filter((row) => !row.agrees && row.because === undefined).map(told)).toEqual([]);
      // an excuse for what agrees is out of date
      expect(found.filter((row) => row.agrees && row.because !== undefined).map(told)).toEqual([]);
    });
  }

  it('says so in docs/model.md', () => {
    expect(sections).toHaveLength(experiments.length);
    const document = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8');
    const current = withAgreement(document, agreement(sections));
    expect(document === current, 'docs/model.md is out of date: run `npm run model`').toBe(true);
  });
});
