/** Holds every line of a story that is about the users against what became of their requests. */
import type { RequestReport } from '../../src/simulator/report.ts';
import type { StoryLine } from '../../src/story/story.ts';

/** What really happened in a run. */
export interface Truth {
  readonly requests: readonly RequestReport[];
  /** reads of old data, by the second in which they were answered */
  readonly stale: readonly number[];
  /** when the first fault came, in seconds */
  readonly broken: number;
}

/** What became of the requests that started between two moments, in seconds. */
function startedIn(requests: readonly RequestReport[], from: number, to: number) {
  return requests.filter(({ t }) => t >= from && t < to);
}

/** What was decided between two moments. */
function decidedIn(requests: readonly RequestReport[], from: number, to: number) {
  return requests.filter(({ t, ms }) => ms !== null && t + ms / 1000 >= from && t + ms / 1000 < to);
}

function isOk({ outcome }: RequestReport): boolean {
  return Number(outcome) < 400;
}

/** It failed, or took so long that its user noticed. */
function isHit(request: RequestReport): boolean {
  return !isOk(request) || (request.ms ?? Number.POSITIVE_INFINITY) >= 300;
}

/** Of so few requests nothing follows. */
const FEW = 20;

function shareOf(
  requests: readonly RequestReport[],
  is: (request: RequestReport) => boolean,
): number | undefined {
  return requests.length < FEW ? undefined : requests.filter(is).length / requests.length;
}

/** What is wrong with a line of the story; undefined: it is true, or says nothing that this check knows of. */
type Check = (line: StoryLine, next: number, truth: Truth) => string | undefined;

/** Between these the share may lie that a line tells. */
const SHARES: readonly (readonly [words: RegExp, least: number, most: number])[] = [
  [/^every request|^nobody/, 0.6, 1],
  [/^most/, 0.4, 1],
  [/^every second/, 0.25, 0.85],
  [/^every third/, 0.15, 0.7],
  [/^every fourth/, 0.1, 0.55],
  [/^every fifth/, 0.08, 0.45],
  [/^some/, 0.05, 0.4],
  [/^every tenth/, 0.03, 0.3],
  [/^a few/, 0.001, 0.25],
];

/** The share of those that start in the second after a line is about as large as it says. */
const sharesAreTrue: Check = ({ t, text }, next, { requests }) => {
  const verb = /^(?:\w+ )+?(waits?|fails?|gives? up|gets an answer)\b/.exec(text)?.[1];
  const [, least = 0, most = 1] = SHARES.find(([words]) => words.test(text)) ?? [];
  if (verb === undefined || /answered again|slow|takes/.test(text)) return undefined;
  const is = verb.startsWith('wait') ? isHit : (one: RequestReport) => !isOk(one);
  const until = Math.min(next, t + 1.1);
  // those who wait for long fail long after they have started
  const shares = [startedIn(requests, t + 0.1, until), decidedIn(requests, t, until)].map((some) =>
    shareOf(some, is),
  );
  const isTrue = (share: number | undefined) => share === undefined || (share >= least && share <= most);
  return shares.some(isTrue) ? undefined : shares.map((share) => percent(share ?? 0)).join(', ');
};

const nobodyNotices: Check = ({ t, text }, _next, { requests, broken }) => {
  const after = startedIn(requests, broken, t - 0.5);
  const share = shareOf(after, isHit) ?? 0;
  if (text.includes('hardly a user notices')) {
    // those who were on their way are hit, too
    const hit = shareOf(startedIn(requests, broken - 0.5, t - 0.5), isHit) ?? 0;
    return hit === 0 || hit > 0.03 ? percent(hit) : undefined;
  }
  if (!text.includes('no user notices')) return undefined;
  if (share > 0) return percent(share);
  const before = startedIn(requests, 0, broken);
  const later = KINDS.find((kind) => slowest(after, kind) > 2 * slowest(before, kind) + 50);
  return later && `${later}s take ${slowest(after, later)} ms instead of ${slowest(before, later)}`;
};

const KINDS = ['read', 'write'] as const;

/** What four of five requests of a kind take no longer than, in milliseconds. */
function slowest(requests: readonly RequestReport[], kind: 'read' | 'write'): number {
  const times = requests.flatMap((each) => (each.kind === kind && each.ms !== null ? [each.ms] : []));
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.8)] ?? 0;
}

const answeredAgain: Check = ({ t, text }, next, { requests }) => {
  if (!/^(every request is|new requests are) answered again/.test(text)) return undefined;
  const share = shareOf(startedIn(requests, t + 0.5, Math.min(next, t + 2)), (one) => !isOk(one));
  return (share ?? 0) > 0.01 ? percent(share ?? 0) : undefined;
};

/** Of the writes none is answered well until it is said, and it hits them far more often than reads. */
function writesStop(lines: readonly StoryLine[], { requests }: Truth): readonly string[] {
  return lines.flatMap(({ t, text }, i) => {
    if (!/^writes (fail|wait)/.test(text)) return [];
    const until =
      lines.slice(i).find((line) => line.text.startsWith('writes are accepted again'))?.t ?? t + 20;
    const hit = (kind: RequestReport['kind'], is: (one: RequestReport) => boolean) => {
      const all = startedIn(requests, t + 0.1, until).filter((each) => each.kind === kind);
      return all.length < FEW / 2 ? undefined : all.filter(is).length / all.length;
    };
    const is = text.startsWith('writes wait') ? isHit : (one: RequestReport) => !isOk(one);
    const [writes, reads] = [hit('write', isHit), hit('read', is)];
    if (writes === undefined || (writes > 0.85 && (reads ?? 0) < 0.85)) return [];
    return [
      `${t} ${text}: until ${until} ${percent(writes)} of the writes, ${percent(reads ?? 0)} of the reads`,
    ];
  });
}

/** Old data is read after it is said and before it is said to be over, and hardly ever else. */
function oldData(lines: readonly StoryLine[], { stale }: Truth): readonly string[] {
  const spells: { from: number; to: number }[] = [];
  for (const { t, text } of lines) {
    if (/^some (read old data|miss what)/.test(text)) spells.push({ from: t, to: Number.POSITIVE_INFINITY });
    const last = spells.at(-1);
    if (last !== undefined && text.startsWith('nobody reads old data')) last.to = t;
  }
  const within = (second: number) =>
    spells.some(({ from, to }) => second >= from - 1.01 && second <= to + 0.5);
  const untold = stale.map((count, second) => (within(second) ? 0 : count));
  const wrong = spells
    .filter(({ from }) => stale.slice(Math.floor(from), Math.floor(from) + 3).every((count) => count === 0))
    .map(({ from }) => `${from}: nobody reads old data`);
  const sum = untold.reduce((all, one) => all + one, 0);
  return sum > 10 ? [...wrong, `${sum} reads of old data untold, in seconds ${secondsOf(untold)}`] : wrong;
}

function secondsOf(counts: readonly number[]): string {
  return counts.flatMap((count, second) => (count > 0 ? [second] : [])).join(' ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Nothing gets through from one to another: some of those who are hit had asked just that, for just that. */
const cutOffIsFelt: Check = ({ t, of }, next, { requests }) => {
  const causes = of.fact !== undefined && 'causes' in of.fact ? of.fact.causes : [];
  const until = Math.min(next, t + 1.1);
  const is = of.fact?.kind === 'fails' ? (one: RequestReport) => !isOk(one) : isHit;
  const hit = [...startedIn(requests, t - 0.5, until), ...decidedIn(requests, t, until)].filter(is);
  for (const cause of causes) {
    if (cause.kind !== 'cut-off' || hit.length < FEW) continue;
    const isThat = ({ kind, path }: RequestReport) =>
      (cause.for === undefined || `${kind}s` === cause.for) &&
      cause.from.some((from) => from === 'users' || path.includes(from));
    if (hit.filter(isThat).length < hit.length * 0.2)
      return `only ${hit.filter(isThat).length} of ${hit.length}`;
  }
  return undefined;
};

const CHECKS: readonly Check[] = [sharesAreTrue, nobodyNotices, answeredAgain, cutOffIsFelt];

/** The lines about the users that are not true, with what is. */
export function untrue(lines: readonly StoryLine[], truth: Truth): readonly string[] {
  const ofUsers = lines.filter(({ who }) => who === 'users');
  const wrong = ofUsers.flatMap((line, i) => {
    const next = ofUsers[i + 1]?.t ?? Number.POSITIVE_INFINITY;
    return CHECKS.flatMap((check) => {
      const found = check(line, next, truth);
      return found === undefined ? [] : [`${line.t} ${line.text}: ${found}`];
    });
  });
  return [...wrong, ...writesStop(ofUsers, truth), ...oldData(ofUsers, truth)];
}
