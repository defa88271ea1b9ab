import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRegularFile } from '../../src/disk/regular-file.ts';
import { errorReason } from '../../src/disk/system-error.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'infra-tutor-disk-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});
const file = (name = 'file') => join(directory, name);

function refusal(path: string, most = 100): string {
  try {
    return `read ${readRegularFile(path, most).length} bytes`;
  } catch (error) {
    return errorReason(error);
  }
}

test('reads a file up to the size that is allowed, and not one byte more', () => {
  for (const size of [0, 1, 99, 100]) {
    writeFileSync(file(), 'x'.repeat(size));
    expect(readRegularFile(file(), 100).toString()).toBe('x'.repeat(size));
  }
  writeFileSync(file(), 'x'.repeat(101));
  expect(refusal(file())).toBe('it is too large');
  truncateSync(file(), 2 ** 40);
  expect(refusal(file())).toBe('it is too large');
});

test('a pipe, a device, a folder and a link to one of them are refused at once', () => {
  execFileSync('mkfifo', [file('pipe')]);
  symlinkSync('pipe', file('link'));
  for (const path of [file('pipe'), file('link'), '/dev/zero', '/dev/null', directory]) {
    expect(refusal(path), path).toBe('it is no regular file');
  }
});

test('what the system says has a sentence', () => {
  symlinkSync('loop', file('loop'));
  writeFileSync(file(), '');
  expect(refusal(file('loop'))).toBe('its path goes round in circles');
  expect(refusal(join(file(), 'inside'))).toBe('a part of its path is a file, not a folder');
  expect(refusal(file('x'.repeat(300)))).toBe('its name is too long');
  expect(refusal(file('none'))).toBe('there is no such file or folder');
});

test.runIf(existsSync('/proc/kmsg'))(
  'a file of the kernel that says it is empty is bounded, and is not waited for',
  () => {
    expect(refusal('/proc/self/maps')).toBe('it is too large');
    expect(refusal('/proc/kmsg', 1_000_000)).toMatch(
      /nothing to read now|no permission|too large|^read \d+ bytes|reports an error/,
    );
  },
);
