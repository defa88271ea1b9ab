import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  formatDuration,
  formatShare,
  formatTime,
  parseDuration,
  parseShare,
  parseTime,
  percentOf,
} from '../../src/topology/duration.ts';

describe('shares', () => {
  it('are percentages without the noise of multiplication', () => {
    for (let tenths = 0; tenths <= 1000; tenths++) expect(percentOf(tenths / 1000)).toBe(tenths / 10);
  });
});

describe('times', () => {
  it.each([
    ['0.2ms', 200],
    ['20ms', 20_000],
    ['10s', 10_000_000],
    ['1.5s', 1_500_000],
    ['5m', 300_000_000],
    ['1h', 3_600_000_000],
    ['90d', 7_776_000_000_000],
    ['7us', 7],
    ['0', 0],
    [' 2 s ', 2_000_000],
  ])('%s is %d microseconds', (text, micros) => {
    expect(parseTime(text)).toBe(micros);
  });

  it.each(['', '10', '-1s', '1e3s', 's', '10 minutes', '1s 2ms', 'NaNs', '.5s', `${'9'.repeat(15)}d`])(
    '%j is no time',
    (text) => {
      expect(parseTime(text)).toBeUndefined();
    },
  );

  it.each([
    [300_000_000, '5m'],
    [90_000_000, '90s'],
    [200, '0.2ms'],
    [50, '50us'],
    [1_500_000, '1.5s'],
    [7_776_000_000_000, '90d'],
    [0, '0s'],
    [-2_000_000, '-2s'],
  ])('%d is written %s', (micros, text) => {
    expect(formatTime(micros)).toBe(text);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 * 86_400_000_000 }), (micros) => {
        expect(parseTime(formatTime(micros))).toBe(micros);
      }),
    );
  });
});

describe('service times', () => {
  it.each([
    ['20ms', { shape: 'constant', mean: 20_000, cv: 0 }],
    ['exponential 20ms', { shape: 'exponential', mean: 20_000, cv: 1 }],
    ['lognormal 20ms cv 0.5', { shape: 'lognormal', mean: 20_000, cv: 0.5 }],
  ] as const)('%s', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration);
  });

  it.each([
    'exponential',
    'lognormal 20ms',
    'lognormal 20ms cv',
    'lognormal 20ms cv -1',
    'normal 20ms',
    '20',
  ])('%s is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

test.each(['20ms', 'exponential 20ms', 'lognormal 1.5s cv 0.5'])(
  'the service time %s is written as it is read',
  (text) => {
    const read = parseDuration(text);
    expect(read && formatDuration(read)).toBe(text);
  },
);

describe('percentages', () => {
  it.each([
    ['10%', 0.1],
    ['0', 0],
    ['0.1%', 0.001],
    ['100 %', 1],
    ['120%', 1.2],
  ])('%s is %d', (text, share) => {
    expect(parseShare(text)).toBeCloseTo(share, 12);
  });

  it.each(['10', '-5%', 'ten%', '1e2%'])('%s is none', (text) => {
    expect(parseShare(text)).toBeUndefined();
  });

  it('is written as it is read', () => {
    expect(formatShare(0.1)).toBe('10%');
    expect(formatShare(0.001)).toBe('0.1%');
  });
});
