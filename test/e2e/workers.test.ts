import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSpofs } from '../../src/simulator/spof.ts';
import { readTopology } from '../../src/topology/read.ts';
import { run } from './program.ts';

describe('what several threads do', () => {
  it('is what one thread does', async () => {
    const file = join(import.meta.dirname, '../../lessons/0-simple/one-server.yaml');
    const { topology } = readTopology(readFileSync(file, 'utf8'), 'one-server.yaml');
    if (topology === undefined) throw new Error('the shipped topology is read');
    const { stdout, status } = await run(['spof', 'one-server', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(findSpofs(topology));
  });

  it('tries a hang of every process', async () => {
    const { stdout } = await run(['spof', 'one-server']);
    expect(stdout).toMatch(/pause web-1 +reads and writes stop/);
  });
});
