/** Which part of the requests, in words. */
import type { Share } from './fact.ts';

const NTHS: readonly (readonly [above: number, share: Share])[] = [
  [0.97, 'all'],
  [0.6, 'most'],
  [0.4, 2],
  [0.28, 3],
  [0.22, 4],
  [0.17, 5],
  [0.13, 'some'],
  [0.07, 10],
];

/** `every second`, from a share that is not exact. */
export function shareWord(share: number): Share {
  return NTHS.find(([above]) => share >= above)?.[1] ?? 'few';
}

/** About how large a share is, from 0 to 1. */
export function shareOf(share: Share): number {
  return typeof share === 'number' ? 1 / share : WORDS[share];
}

const WORDS: Readonly<Record<Exclude<Share, number>, number>> = { all: 1, most: 0.75, some: 0.15, few: 0.06 };

export function isRare(share: Share | undefined): boolean {
  return share !== undefined && shareOf(share) <= 0.25;
}
