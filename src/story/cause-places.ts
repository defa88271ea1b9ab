/** Causes beside each other: where each is, and which are one. */
import type { Id } from '../topology/types.ts';
import type { Cause } from './fact.ts';

/** What makes two causes one. */
export function keyOf(cause: Cause): string {
  if (cause.kind === 'trouble') return cause.how;
  return cause.kind === 'avoids' ? cause.kind : `${cause.kind} ${placeOf(cause).join(' ')}`;
}

/** Where it is. */
export function placeOf(cause: Cause): readonly Id[] {
  switch (cause.kind) {
    case 'believes':
      return [cause.server];
    case 'no-server':
      return cause.balancers;
    case 'stale-address':
      return [cause.host];
    case 'avoids':
      return cause.targets;
    case 'read-only':
      return [cause.database];
    case 'trouble':
      return cause.at;
    case 'dns':
    case 'tls':
      return [];
    default:
      return [cause.at];
  }
}

/** One cause from two of the same key. */
export function joined(a: Cause, b: Cause): Cause {
  if (a.kind === 'believes' && b.kind === 'believes') return { ...a, by: both(a.by, b.by) };
  if (a.kind === 'avoids' && b.kind === 'avoids') {
    return { ...a, by: both(a.by, b.by), targets: both(a.targets, b.targets) };
  }
  if (a.kind === 'trouble' && b.kind === 'trouble') {
    const unseenBy = { by: both(a.unseen.by, b.unseen.by), behind: both(a.unseen.behind, b.unseen.behind) };
    const version = a.version === b.version ? a.version : undefined;
    return { ...a, at: both(a.at, b.at), version, busy: both(a.busy, b.busy), unseen: unseenBy };
  }
  if (a.kind === 'cut-off' && b.kind === 'cut-off') {
    return { ...a, from: both(a.from, b.from), for: a.for === b.for ? a.for : undefined };
  }
  return a;
}

function both(a: readonly Id[], b: readonly Id[]): readonly Id[] {
  return [...new Set([...a, ...b])].sort();
}

/** Whoever was told of the one knows the other. */
export function covers(told: Cause, cause: Cause): boolean {
  return isSameKind(told, cause) && placeOf(cause).every((id) => placeOf(told).includes(id));
}

function isSameKind(a: Cause, b: Cause): boolean {
  if (a.kind === 'trouble' && b.kind === 'trouble') return a.how === b.how;
  if (a.kind === 'dns' && b.kind === 'dns') return a.isBack === b.isBack;
  return a.kind === b.kind;
}
