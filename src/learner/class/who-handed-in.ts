/** Whose hand-ins count, before any is counted: of several of one learner's the newest. */
import { createHash } from 'node:crypto';
import type { HandIn } from './hand-in.ts';

/** What is kept of each file at a first reading. */
export interface Seen {
  readonly file: string;
  /** the one that was given, else the learner's machine and account */
  readonly name: string;
  readonly who: string;
  readonly learner: string;
  readonly written: number;
  /** of all that was done, whoever did it */
  readonly digest: string;
}

export function seenOf(file: string, handIn: HandIn): Seen {
  const { name, learner, written, answers, missions, predictions } = handIn;
  const done = JSON.stringify([answers, missions, predictions]);
  return {
    file,
    name: name === '' ? learner : name,
    // Müller and MÜLLER, in whatever way the ü is written, are one
    who: name === '' ? `\0${learner}` : name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' '),
    learner,
    written,
    digest: createHash('sha256').update(done).digest('base64'),
  };
}

export interface Sorted {
  /** what counts, in the order of the names */
  readonly counted: readonly Seen[];
  /** older hand-ins of the same learners, each with the one that counts */
  readonly older: readonly { readonly seen: Seen; readonly newest: Seen }[];
  /** what several learners handed in to the last answer and second */
  readonly alike: readonly (readonly Seen[])[];
}

/** As people sort names: without regard to accents and capitals, `group 2` before `group 10`. */
const byName = new Intl.Collator('en', { numeric: true });

export function sortedHandIns(all: readonly Seen[]): Sorted {
  const newest = new Map<string, Seen>();
  for (const seen of all) {
    const before = newest.get(seen.who);
    if (before === undefined || seen.written > before.written) newest.set(seen.who, seen);
  }
  const counted = [...newest.values()].sort((a, b) => byName.compare(a.name, b.name));
  const older = all.flatMap((seen) => {
    const last = newest.get(seen.who);
    return last === undefined || last === seen ? [] : [{ seen, newest: last }];
  });
  const byDigest = new Map<string, Seen[]>();
  for (const seen of counted) byDigest.set(seen.digest, [...(byDigest.get(seen.digest) ?? []), seen]);
  return { counted, older, alike: [...byDigest.values()].filter((group) => group.length > 1) };
}
