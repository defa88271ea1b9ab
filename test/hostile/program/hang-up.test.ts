import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { places, start } from './tutor.ts';

/** Whether a process runs; one that has ended may wait long for somebody to ask for its status. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

// one after the other: a child that is started meanwhile would hold the terminal open
test.for([
  { name: 'which says so', script: '"$@"' },
  // in a session of its own it gets no signal, and only finds the terminal gone
  { name: 'which says nothing', script: 'setsid -w "$@"' },
])('a terminal that is closed, $name, ends the program and its guard', async ({ script }, context) => {
  for (const { args, sign } of places) {
    const tutor = start(context, { args, script });
    await tutor.see(sign);
    const pids = [tutor.pid, await tutor.guard()];
    tutor.hangUp();
    await expect.poll(() => pids.filter(runs), { timeout: 10_000 }).toEqual([]);
  }
});
