import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fields } from '../../src/topology/fields.ts';
import { linksOf } from '../../src/topology/pairs.ts';
import { readTopology } from '../../src/topology/read.ts';
import { small } from './fixture.ts';

const shipped = ['2-secured/secured', '3-scaled-up/scaled-up', '1-distributed/doubled'].map((name) =>
  readFileSync(join(import.meta.dirname, `../../lessons/${name}.yaml`), 'utf8'),
);
const texts = fc.constantFrom(small, ...shipped);
const runs = process.env.SOAK ? 5000 : 300;

/** Words of the format and what often goes wrong with them. */
const snippet = fc.oneof(
  fc.constantFrom(...fields.map(({ path }) => path.split('.').at(-1) ?? '')),
  fc.constantFrom(
    '~',
    '{}',
    '[]',
    '-',
    ': ',
    '\n',
    '  ',
    '{',
    ']',
    '&a',
    '*a',
    '!!x',
    '"',
    "'",
    '|',
    '>',
    '#',
    '\t',
  ),
  fc.constantFrom(
    '-1',
    '0',
    '1e309',
    '.nan',
    '999999999999s',
    '-5%',
    '__proto__',
    'constructor',
    'null',
    '<<',
  ),
  fc.constantFrom('web-1', 'lb-1', 'db-1', 'server-1', 'vip-1', 'users', 'kind', 'database', 'load-balancer'),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), put: snippet }),
  { minLength: 1, maxLength: 6 },
);

function edited(text: string, changes: readonly Edit[]): string {
  return changes.reduce((current, { at, cut, put }) => {
    const start = Math.floor(at * current.length);
    return current.slice(0, start) + put + current.slice(start + cut);
  }, text);
}

/** A topology, or at least one error; every problem is one sentence with a place. */
function holds(text: string, changes: readonly string[] = []): void {
  const { topology, problems } = readTopology(text, 'fuzz.yaml', changes);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.length === 0).toBe(topology !== undefined);
  for (const { line, column, message } of problems) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(message).not.toMatch(/\n|undefined|NaN|\[object/);
  }
  if (topology === undefined) return;
  linksOf(topology);
  JSON.stringify(topology, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${key} is ${value}`);
    return value;
  });
}

describe('reading never throws and never hangs', () => {
  it('on topologies with slips', () => {
    fc.assert(
      fc.property(texts, edits, (text, changes) => holds(edited(text, changes))),
      { numRuns: runs },
    );
  });

  it('on topologies whose lines were shuffled, doubled and lost', () => {
    const picks = fc.array(fc.nat(200), { maxLength: 80 });
    fc.assert(
      fc.property(texts, picks, (text, lines) => {
        const all = text.split('\n');
        holds(lines.map((line) => all[line % all.length]).join('\n'));
      }),
      { numRuns: runs },
    );
  });

  it('on any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => holds(text)),
      { numRuns: runs },
    );
  });

  it('on any changes', () => {
    const target = fc.oneof(
      fc.constantFrom(...fields.map(({ path }) => `lb-1.${path}`)),
      fc.constantFrom(
        'traffic.',
        'dns.www.foobar.com.A',
        'redispatch',
        'hosts.x',
        '.',
        '..',
        'lb-1..x',
        'tls',
      ),
      snippet,
    );
    const change = fc
      .tuple(target, fc.array(snippet, { maxLength: 3 }))
      .map(([a, b]) => `${a}=${b.join('')}`);
    fc.assert(
      fc.property(texts, fc.array(change, { maxLength: 3 }), (text, changes) => holds(text, changes)),
      { numRuns: runs },
    );
  });
});
