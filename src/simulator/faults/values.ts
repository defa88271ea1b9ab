import { messagesOf } from '../../messages/language.ts';
import { formatShare, parseTime, percentOf } from '../../topology/duration.ts';
import { STRATEGIES, type ValueKind } from './table.ts';

const t = messagesOf('simulator/faults/values');

/** A factor, a share 0..1, microseconds, a strategy, an address: as the verb wants it. */
export type Value = number | string;

interface ValueForm {
  /** what it must be, for the error sentence */
  readonly wants: string;
  /** undefined: the word is none */
  readonly read: (word: string) => Value | undefined;
  readonly write: (value: Value) => string;
  /** beside a verb in a drawing: `slow 10`, `errors 20 %` */
  readonly show: (value: Value) => string;
  /** those that show something, smallest first */
  readonly offered: readonly Value[];
}

export const VALUES: Readonly<Record<ValueKind, ValueForm>> = {
  factor: {
    wants: t`a factor between 0 and 10000`,
    read: (word) => within(Number(word), (factor) => factor > 0 && factor <= 10_000),
    write: String,
    show: String,
    offered: [3, 10],
  },
  slowdown: {
    wants: t`a factor between 1 and 10000`,
    read: (word) => within(Number(word), (factor) => factor >= 1 && factor <= 10_000),
    write: String,
    show: String,
    offered: [3, 10],
  },
  share: {
    wants: t`a share from 0% to 100%`,
    read: (word) =>
      /^\d+(\.\d+)?%?$/.test(word) ? within(Number.parseFloat(word) / 100, (share) => share <= 1) : undefined,
    write: (share) => formatShare(Number(share)),
    show: (share) => `${percentOf(Number(share))} %`,
    offered: [0.2, 0.9],
  },
  weight: {
    wants: t`a whole number from 0 to 256`,
    read: (word) => (/^\d{1,3}$/.test(word) ? within(Number(word), (weight) => weight <= 256) : undefined),
    write: String,
    show: String,
    offered: [3, 0],
  },
  milliseconds: {
    wants: t`a time of at most an hour, such as 100ms`,
    read: (word) => time(word, 'ms'),
    write: (time) => `${Number(time) / 1000}ms`,
    show: (time) => `${Number(time) / 1000} ms`,
    offered: [100_000, 1_000_000],
  },
  seconds: {
    wants: t`a time of at most an hour, such as 5s`,
    read: (word) => time(word, 's'),
    write: (time) => `${Number(time) / 1_000_000}s`,
    show: (time) => `${Number(time) / 1_000_000} s`,
    offered: [5_000_000, 60_000_000],
  },
  strategy: {
    wants: t`rolling or all-at-once`,
    read: (word) => STRATEGIES.find((strategy) => strategy === word),
    write: String,
    show: String,
    offered: STRATEGIES,
  },
  address: {
    wants: t`a component or VIP`,
    read: (word) => word,
    write: String,
    show: String,
    // where a name may lead is a question to the topology
    offered: [],
  },
};

function within(value: number, holds: (value: number) => boolean): number | undefined {
  return holds(value) ? value : undefined;
}

function time(word: string, unit: string): number | undefined {
  const micros = parseTime(/^[\d.]+$/.test(word) ? `${word}${unit}` : word);
  return micros !== undefined && micros >= 0 && micros <= 3_600_000_000 ? micros : undefined;
}
