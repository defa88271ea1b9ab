import { words } from '../messages/topology.ts';
import { type Entry, type Located, valueAt } from '../text/located.ts';
import type { Place } from '../text/problem.ts';
import { measuredIn } from './alert-threshold.ts';
import type { Reading } from './field-types.ts';
import { type alertShape, shapes } from './fields.ts';
import { readShape, type Values } from './shape.ts';
import type { AlertRule, Monitoring } from './types.ts';

type ReadAlert = Values<typeof alertShape>;

/** Reads `monitoring`; undefined when there is none. */
export function buildMonitoring(entry: Entry | undefined, reading: Reading): Monitoring | undefined {
  if (entry === undefined || (entry.value.type === 'scalar' && entry.value.text === 'none')) return undefined;
  const read = readShape(shapes.monitoring, entry.value, { path: 'monitoring', at: entry.at }, reading);
  const written = valueAt(entry.value, 'alerts');
  const items = written?.type === 'list' ? written.items : [];
  const alerts = read.alerts.map((alert, index) => {
    checkLimits(alert, items[index], `monitoring.alerts[${index + 1}]`, entry.at, reading);
    return alertRule(alert);
  });
  return { ...read, alerts };
}

/** A watch for silent hosts needs no limit: one is too many. */
function alertRule({ above, below, ...alert }: ReadAlert): AlertRule {
  const anyAtAll = alert.on === 'down' && !above && !below ? 0 : undefined;
  return { ...alert, above: above?.value ?? anyAtAll, below: below?.value };
}

/** One limit, in the unit of what is watched. */
function checkLimits(
  { on, above, below }: ReadAlert,
  item: Located | undefined,
  path: string,
  fallback: Place,
  { problems }: Reading,
): void {
  const at = item?.at ?? fallback;
  const what = valueAt(item, 'on');
  if (item?.type !== 'map' || what?.type !== 'scalar' || what.text !== on) return; // told already
  const hasAbove = item.entries.has('above');
  const hasBelow = item.entries.has('below');
  if (hasAbove && hasBelow) problems.error(at, 'alert', words.alertWithBoth(path));
  if (!hasAbove && !hasBelow && on !== 'down') problems.error(at, 'alert', words.alertWithoutLimit(path));
  for (const limit of [above, below]) {
    if (limit === undefined || limit.measured === measuredIn[on] || limit.text === '0') continue;
    problems.error(limit.at, 'value', words.alertUnit(path, limit.text, on, measuredIn[on]));
  }
}
