import { availability } from './availability.ts';
import { count } from './count.ts';
import { failed } from './failed.ts';
import { hosts } from './hosts.ts';
import { mean, p95, p99 } from './latency.ts';
import { lost } from './lost.ts';
import type { Measure } from './measure.ts';
import { outage } from './outage.ts';
import { readable } from './readable.ts';
import { rules } from './rules.ts';
import { share } from './share.ts';
import { stale } from './stale.ts';
import { utilisation } from './utilisation.ts';
import { when } from './when.ts';

/** Every measure that a proof can take. */
export const measures: readonly Measure[] = [
  when,
  count,
  failed,
  share,
  availability,
  mean,
  p95,
  p99,
  utilisation,
  lost,
  stale,
  readable,
  hosts,
  outage,
  rules,
];
