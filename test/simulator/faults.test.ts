import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFault, parseTimedFault } from '../../src/simulator/faults.ts';
import { readTopology } from '../../src/topology/read.ts';

const file = 'lessons/1-distributed/distributed.yaml';
const { topology } = readTopology(readFileSync(file, 'utf8'), file);

function errorOf(words: string): string {
  if (topology === undefined) throw new Error('the shipped topology is broken');
  const parsed = parseFault(words, topology);
  return 'error' in parsed ? parsed.error : '';
}

test.each([
  ['kill web-2', ''],
  ['partition lb-host server-2', ''],
  ['failover', ''],
  ['kil web-2', '"kil" is not a fault: did you mean "kill"?'],
  ['kill', '`kill` needs more words. It is written `kill web-2`'],
  ['slow app-2 much', '"much" is not a factor between 0 and 10000. It is written `slow app-2 10`'],
  ['partition web-1 app-1', 'web-1 and app-1 share the host server-1: no network lies between them'],
  ['drain lb-1 app-1', 'app-1 is not a server of lb-1. It has web-1, web-2'],
  ['cert-expire', 'distributed has no certificate, so `cert-expire` can do nothing here'],
  ['cert-expire www.foobar.com', 'distributed has no certificate, so `cert-expire` can do nothing here'],
])('%s', (words, error) => {
  expect(errorOf(words)).toBe(error);
});

test('a scripted fault begins with its time', () => {
  if (topology === undefined) throw new Error('the shipped topology is broken');
  expect(parseTimedFault('10s kill web-2', topology)).toMatchObject({ timed: { at: 10_000_000 } });
  expect(parseTimedFault('kill web-2', topology)).toHaveProperty('error');
});
