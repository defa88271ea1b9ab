import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Failure } from '../../src/commands/command.ts';
import { openRequestsFile } from '../../src/commands/requests-file.ts';
import type { RequestReport } from '../../src/simulator/report.ts';

/** how many bytes the disk takes at once, as one that is nearly full */
const disk = vi.hoisted(() => ({ takes: 0 }));
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (handle: number, bytes: Uint8Array, from: number): number =>
    fs.writeSync(handle, bytes, from, Math.min(disk.takes, bytes.length - from));
  return { ...fs, writeSync };
});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'infra-tutor-requests-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const requests = Array.from(
  { length: 25_000 },
  (_, id): RequestReport => ({
    t: id / 100,
    client: id,
    kind: 'read',
    path: ['web-1'],
    outcome: '200',
    ms: 1,
  }),
);

test('every request is in the file, however little the disk takes at once', () => {
  disk.takes = 4_097;
  const file = join(directory, 'requests.jsonl');
  openRequestsFile(file).write(requests);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(requests);
});

test('a disk that takes no more is told', () => {
  disk.takes = 0;
  const open = openRequestsFile(join(directory, 'requests.jsonl'));
  expect(() => open.write(requests)).toThrow(Failure);
  expect(() => open.write(requests)).toThrow(
    /requests\.jsonl can't be written: only a part of it could be written/,
  );
});
