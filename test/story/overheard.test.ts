import { expect, test } from 'vitest';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { beginRun } from '../../src/simulator/run.ts';
import { overheard } from '../../src/story/overheard.ts';
import { shipped } from '../ui/simulator/bench.ts';

/** What readers on these links of a shipped topology see after some seconds. */
function read(id: string, changes: readonly string[], ...links: readonly string[]) {
  const topology = shipped(id, changes);
  const simulation = beginRun(topology, { seed: 1, faults: [] });
  for (const link of links) {
    const parsed = parseFault(`wiretap ${link}`, topology);
    if ('error' in parsed) throw new Error(parsed.error);
    simulation.inject(parsed.fault);
  }
  expect(overheard(simulation.view(), topology).map(({ text }) => text)).toEqual(links.map(() => undefined));
  simulation.advance(3_000_000);
  return overheard(simulation.view(), topology);
}

test('in plain HTTP the password is read; under TLS bytes, up to where TLS is terminated', () => {
  const [front, behind] = read('secured', [], 'users lb-1', 'lb-1 web-1');
  expect(front?.messages).toBeGreaterThan(100);
  expect(front?.readable).toBe(0);
  expect(front?.text).toMatch(/^17 03 03( [0-9a-f]{2})+$/);
  expect(behind?.readable).toBe(behind?.messages);
  expect(behind?.text).toContain('password=');
});

test('re-encrypted, nobody reads along behind the balancer either', () => {
  const [behind] = read('secured', ['lb-1.tls.mode=reencrypt'], 'lb-1 web-1');
  expect(behind?.messages).toBeGreaterThan(20);
  expect(behind?.text).toMatch(/^17 03 03/);
});

test('what an application says to its database is SQL', () => {
  const [link] = read('distributed', [], 'app-1 db-2');
  expect(link?.text).toMatch(/^(SELECT|UPDATE) /);
});
