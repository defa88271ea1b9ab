import { messagesOf } from '../messages/language.ts';
import { words } from '../messages/topology.ts';
import type { Place } from '../text/problem.ts';
import { parseShare, parseTime } from './duration.ts';
import type { FieldType } from './field-types.ts';

const t = messagesOf('topology/alert-threshold');

export type Measured = 'percentage' | 'time' | 'number';

/** A limit as it was written: whether its unit fits is known when what it limits is known. */
export interface Threshold {
  readonly value: number;
  readonly measured: Measured;
  readonly text: string;
  readonly at: Place;
}

/** What each figure that an alert may watch is measured in. */
export const measuredIn = {
  'error-rate': 'percentage',
  'latency-p95': 'time',
  qps: 'number',
  down: 'number',
} as const satisfies Readonly<Record<string, Measured>>;

/** The limit of an alert: `5%`, `500ms`, `100`. */
export function threshold(): FieldType<Threshold | undefined> {
  const expects = t`a percentage, a time or a number`;
  return {
    name: 'limit',
    expects,
    filler: undefined,
    read(node, path, { problems }) {
      const text = node.type === 'scalar' ? node.text : '';
      const number = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
      const time = parseTime(text);
      const share = parseShare(text);
      const at = node.at;
      if (number !== undefined) return { value: { value: number, measured: 'number', text, at } };
      if (time !== undefined) return { value: { value: time, measured: 'time', text, at } };
      if (share !== undefined && share <= 1)
        return { value: { value: share, measured: 'percentage', text, at } };
      const message =
        share === undefined ? words.notOfType(path, node, expects) : words.tooLarge(path, text, '100%');
      problems.error(at, 'value', message);
      return undefined;
    },
  };
}
