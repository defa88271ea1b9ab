/** What a run writes down for its report, and is to keep: a second or an event at a time. */
const WRITTEN_DOWN = new Set(['Timeline.seconds', 'Monitor.samples', 'Monitor.past', 'EventLog.events']);

/** Counts what can be reached from an object, by class: what the garbage collector has to keep for it. */
export function retained(root: object): Map<string, number> {
  const seen = new Set<object>([root]);
  const counts = new Map<string, number>();
  const waiting: object[] = [root];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return;
    seen.add(value);
    waiting.push(value);
  };
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    const name = object.constructor.name;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (object instanceof Map) for (const pair of object) pair.forEach(visit);
    else if (object instanceof Set) for (const member of object) visit(member);
    // plain numbers in a map or set are kept as well
    if (object instanceof Map || object instanceof Set)
      counts.set('entry', (counts.get('entry') ?? 0) + object.size);
    for (const [key, value] of Object.entries(object)) if (!WRITTEN_DOWN.has(`${name}.${key}`)) visit(value);
  }
  return counts;
}

/** All that is kept, whatever it is. */
export function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
