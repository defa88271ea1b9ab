import type { Course } from './model.ts';

/**
 * The website of the first thirty seconds: one user, who reads a page for a second and clicks on; by her address she
 * always comes to the same server.
 */
export const FIRST_SITE = {
  topology: 'distributed',
  set: [
    'traffic.loop=closed',
    'traffic.clients=1',
    'traffic.think=1s',
    'traffic.writes=0%',
    'lb-1.balance=source',
  ],
} as const;

/** A course of somebody else's may do without it. */
export function hasFirstSite({ topologies }: Pick<Course, 'topologies'>): boolean {
  return topologies.some(({ id }) => id === FIRST_SITE.topology);
}
