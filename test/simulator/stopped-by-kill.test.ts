import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { failOnce, failuresOf, stoppedByKill } from '../../src/simulator/spof.ts';
import { readTopology } from '../../src/topology/read.ts';

/** The same for every shipped topology takes half a minute: `npm run soak`. */
const files = process.env.SOAK
  ? [
      '0-simple/one-server',
      '1-distributed/doubled',
      '1-distributed/distributed',
      '2-secured/secured',
      '3-scaled-up/scaled-up',
      '3-scaled-up/scaled-up-five-hosts',
    ]
  : ['0-simple/one-server', '1-distributed/distributed'];

test.each(files)('in %s few users tell of a death what many do', (name) => {
  const file = `lessons/${name}.yaml`;
  const { topology } = readTopology(readFileSync(file, 'utf8'), file, []);
  if (topology === undefined) throw new Error(`${file} cannot be read`);
  const kills = failuresOf(topology).filter(({ how }) => how === 'kill');
  const outcomes = kills.map((failure) => ({ ...failure, ...failOnce(topology, failure) }));
  for (const what of ['reads', 'writes'] as const) {
    const stopped = outcomes.filter(({ success }) => success[what] <= 0).map(({ component }) => component);
    expect(stoppedByKill(topology, what)).toEqual(stopped);
  }
});
