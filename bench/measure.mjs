import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Seconds of CPU that a piece of work takes: others on the machine disturb it less than the time on the wall. */
export function seconds(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { took: (user + system) / 1e6, result };
}

/** The least of several times: what disturbs only makes it longer. */
export function best(times, work) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) least = Math.min(least, seconds(work).took);
  return least;
}

/** Median milliseconds on the wall of two commands, taken in turn. */
export function inTurn(times, one, other) {
  const took = [[], []];
  for (let i = 0; i < times; i++) {
    [one, other].forEach((args, which) => {
      const began = performance.now();
      const result = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.stderr}`);
      took[which].push(performance.now() - began);
    });
  }
  return took.map((values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]);
}

/** One line of the results: what, how much, and against what target. */
export function tell(what, value, target, met) {
  const verdict = target === undefined ? '' : `  ${met ? 'meets' : 'MISSES'} ${target}`;
  console.log(`${what.padEnd(58)} ${value.padStart(16)}${verdict}`);
}
