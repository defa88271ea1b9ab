import { compareWords as words } from '../messages/compare.ts';
import { type AskedRun, openRun } from './open-run.ts';
import type { OpenTopology } from './topologies.ts';

/**
 * The same run with one thing changed: `set redispatch=on` (a switch or a field), `fault 20s kill web-1` (a fault more),
 * `no 10s kill web-2` (one less), `no faults`, or `topology scaled-up`, whose switches are its own.
 */
export function withChange(asked: AskedRun, change: string): AskedRun | { readonly error: string } {
  const [word = '', ...rest] = change.trim().split(/\s+/);
  const what = rest.join(' ');
  if (what === '') return { error: words.notAChange(change) };
  switch (word) {
    case 'set':
      return { ...asked, set: [...asked.set, what] };
    case 'fault':
      return { ...asked, fault: [...asked.fault, what] };
    case 'topology':
      return { ...asked, topology: what, set: [] };
    case 'no':
      return without(asked, what);
    default:
      return { error: words.notAChange(change) };
  }
}

/** Whether the changed run could begin: another site may have no part by the name that a fault hits. */
export function canChange(asked: AskedRun, change: string, openTopology: OpenTopology): boolean {
  const changed = withChange(asked, change);
  return !('error' in changed) && 'run' in openRun(changed, openTopology);
}

function without(asked: AskedRun, what: string): AskedRun | { readonly error: string } {
  const isMeant = (fault: string) => what === 'faults' || fault.trim().split(/\s+/).join(' ') === what;
  const fault = asked.fault.filter((each) => !isMeant(each));
  return fault.length === asked.fault.length ? { error: words.noSuchFault(what) } : { ...asked, fault };
}
