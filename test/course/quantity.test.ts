import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type QuantityUnit, quantityRange, quantityWords, readQuantity } from '../../src/course/quantity.ts';

const seconds: QuantityUnit = { kind: 'time', word: 's' };
const millis: QuantityUnit = { kind: 'time', word: 'ms' };
const percent: QuantityUnit = { kind: 'share', word: '%' };
const count: QuantityUnit = { kind: 'count', word: '' };
const requests: QuantityUnit = { kind: 'count', word: 'requests' };

const read = (text: string, unit: QuantityUnit) => {
  const found = readQuantity(text, unit);
  return found && (found.from === found.to ? found.from : [found.from, found.to]);
};

describe('a number is read as people write it', () => {
  test.each([
    ['5', seconds, 5],
    ['5 s', seconds, 5],
    ['5s', seconds, 5],
    ['5 S.', seconds, 5],
    ['5.0 seconds', seconds, 5],
    ['5,0 s', seconds, 5],
    ['5000 ms', seconds, 5],
    ['5,000 ms', seconds, 5],
    ['0.1 min', seconds, 6],
    ['about 5', seconds, 5],
    ['~5 sec', seconds, 5],
    ['5', millis, 0.005],
    ['5 s', millis, 5],
    ['20 µs', millis, 0.00002],
    ['50', percent, 0.5],
    ['50%', percent, 0.5],
    ['33.3 percent', percent, 0.333],
    ['1500', count, 1500],
    ['1,500', count, 1500],
    ['1 500', count, 1500],
    ["1'500", count, 1500],
    ['1.500', count, 1.5],
    ['1,5', count, 1.5],
    ['0,500', count, 0.5],
    ['2,071,365', count, 2_071_365],
    ['2.071.365', count, 2_071_365],
    ['1,234.5', count, 1234.5],
    ['1.234,5', count, 1234.5],
    ['.5', count, 0.5],
    ['-5', count, -5],
    ['−5', count, -5],
    ['+5', count, 5],
    ['27 requests', requests, 27],
    ['27 Request', requests, 27],
    ['4-6', seconds, [4, 6]],
    ['4 - 6 s', seconds, [4, 6]],
    ['4s..6s', seconds, [4, 6]],
    ['4 to 6 s', seconds, [4, 6]],
    ['4–6 s', seconds, [4, 6]],
    ['500 ms - 2 s', seconds, [0.5, 2]],
    ['about 1,500-2,000', count, [1500, 2000]],
    ['etwa 7,2 Stunden', seconds, 25_920],
    ['4 bis 6 Sekunden', seconds, [4, 6]],
    ['33,3 Prozent', percent, 0.333],
    ['unos 5 segundos', seconds, 5],
    ['2 días', seconds, 172_800],
    ['4 a 6 minutos', seconds, [240, 360]],
    ['50 por ciento', percent, 0.5],
  ] as const)('%j in %j', (text, unit, value) => {
    const found = read(text, unit);
    for (const [index, one] of [value].flat().entries()) expect([found].flat()[index]).toBeCloseTo(one, 12);
  });
});

test.each([
  ['', seconds],
  ['s', seconds],
  ['five', seconds],
  ['5 km', seconds],
  ['5 %', seconds],
  ['5 s', percent],
  ['5 apples', count],
  ['5 hosts', requests],
  ['1.2.3', count],
  ['1,2,3', count],
  ['1,23,456', count],
  ['5 5', count],
  ['6-4', seconds],
  ['4-', seconds],
  ['1e3', count],
  ['0x10', count],
  ['Infinity', count],
  ['9'.repeat(20), count],
  ['5'.repeat(100), count],
] as const)('%j in %j is none', (text, unit) => {
  expect(readQuantity(text, unit)).toBeUndefined();
});

test('what is shown is read again as what it was', () => {
  const value = fc.integer({ min: 0, max: 10_000_000 }).map((micros) => micros / 1e6);
  fc.assert(
    fc.property(value, value, fc.constantFrom(seconds, millis, percent, count, requests), (a, b, unit) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      expect(readQuantity(quantityWords(from, unit), unit)?.from).toBeCloseTo(from, 9);
      const range = readQuantity(quantityRange(from, to, unit), unit);
      expect(range?.from).toBeCloseTo(from, 9);
      expect(range?.to).toBeCloseTo(to, 9);
    }),
  );
});

test('anything at all is read or refused, at once', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-– tosm%~') }), (text) => {
      const found = readQuantity(text, seconds);
      if (found) expect(found.from).toBeLessThanOrEqual(found.to);
    }),
    { numRuns: 500 },
  );
});
