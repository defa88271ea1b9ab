/** Holds what a story says of the users against what became of their requests. */
import type { RequestReport } from '../../src/simulator/report.ts';
import type { StoryLine } from '../../src/story/story.ts';

/** What became of the requests that started between two moments, in seconds. */
function startedIn(requests: readonly RequestReport[], from: number, to: number) {
  return requests.filter(({ t }) => t >= from && t < to);
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

/** What is wrong with a line of the story, by what became of the requests; undefined: it is true, or says nothing of them. */
function falseBy(line: StoryLine, next: number, requests: readonly RequestReport[]): string | undefined {
  const { t, text } = line;
  const wrong = (share = 0) => `${t} ${text}: ${(share * 100).toFixed(1)} %`;
  if (text.includes('and no user notices')) {
    const share = shareOf(startedIn(requests, 10, t - 0.5), isHit);
    return (share ?? 0) > 0 ? wrong(share) : undefined;
  }
  if (text.includes('hardly a user notices')) {
    const share = shareOf(startedIn(requests, 9.5, t - 0.5), isHit);
    return share === 0 || (share ?? 0) > 0.03 ? wrong(share) : undefined;
  }
  if (/^(every request is|new requests are) answered again/.test(text)) {
    const share = shareOf(startedIn(requests, t + 0.5, Math.min(next, t + 2)), (one) => !isOk(one));
    return (share ?? 0) > 0.01 ? wrong(share) : undefined;
  }
  if (text.startsWith('nobody gets an answer')) {
    const decided = requests.filter(({ t: start, ms }) => {
      const at = start + (ms ?? Number.POSITIVE_INFINITY) / 1000;
      return at >= t && at < Math.min(next, t + 2);
    });
    const share = shareOf(decided, isOk);
    return (share ?? 0) > 0.15 ? wrong(share) : undefined;
  }
  const every = /^every (second|request)( request)? (waits|fails)/.exec(text)?.[1];
  if (every !== undefined) {
    const is = text.includes('fails') ? (one: RequestReport) => !isOk(one) : isHit;
    const share = shareOf(startedIn(requests, t + 0.1, Math.min(next, t + 1.5)), is);
    const least = every === 'second' ? 0.25 : 0.7;
    const most = every === 'second' ? 0.85 : 1;
    return share !== undefined && (share < least || share > most) ? wrong(share) : undefined;
  }
  return undefined;
}

/** The lines about the users that are not true, with what is. The fault has come at second 10. */
export function untrue(lines: readonly StoryLine[], requests: readonly RequestReport[]): readonly string[] {
  const ofUsers = lines.filter(({ who }) => who === 'users');
  return ofUsers.flatMap((line, i) => {
    const found = falseBy(line, ofUsers[i + 1]?.t ?? Number.POSITIVE_INFINITY, requests);
    return found === undefined ? [] : [found];
  });
}
