import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeWhole } from '../../src/disk/write-file.ts';
import { appendLine } from '../../src/learner/journal-file.ts';

/** inode numbers of what was fsynced, in order */
const synced = vi.hoisted(() => [] as number[]);
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  const fsyncSync = (handle: number): void => {
    fs.fsyncSync(handle);
    synced.push(fs.fstatSync(handle).ino);
  };
  return { ...fs, fsyncSync };
});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'infra-tutor-disk-'));
  synced.length = 0;
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

test('writes on until the system has taken all of it', () => {
  const taken: number[] = [];
  const bytes = Buffer.from('0123456789');
  writeWhole(7, bytes, (handle, given, from) => {
    const some = Math.min(3, given.length - from);
    taken.push(...given.subarray(from, from + some));
    expect(handle).toBe(7);
    return some;
  });
  expect(Buffer.from(taken).toString()).toBe('0123456789');
});

test('gives up on a file that takes nothing more', () => {
  expect(() => writeWhole(7, Buffer.from('a'), () => 0)).toThrow('only a part of it could be written');
});

test('a new journal is safe with its name and its folders, not by its bytes alone', () => {
  const inside = join(directory, 'new');
  const file = join(inside, 'journal.jsonl');
  appendLine(file, 'one');
  const inode = (path: string) => statSync(path).ino;
  expect(synced).toEqual([inode(directory), inode(inside), inode(file)]);
  synced.length = 0;
  appendLine(file, 'two');
  expect(synced).toEqual([inode(file)]);
  expect(readFileSync(file, 'utf8')).toBe('\none\ntwo');
});
