import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Addition, additions } from './additions.ts';

const root = resolve(import.meta.dirname, '..');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The files of `src` that a section of the guide lists, and how many it says that they are. */
function told(heading: string): { readonly count: number; readonly files: readonly string[] } {
  const section = guide.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const [, count = '', list = ''] = /Touches (\d+) files? of `src`:\n\n([\s\S]*?)\n\n/.exec(section) ?? [];
  return {
    count: Number(count),
    files: [...list.matchAll(/`(src\/[^`]+)`/g)].map((match) => match[1] ?? ''),
  };
}

function touched({ name, files, edits }: Addition): readonly string[] {
  const paths = [
    ...Object.keys(files).map((path) => path.replace(name, 'NAME')),
    ...edits.map(([path]) => path),
  ];
  return [...new Set(paths)];
}

test.each(additions)(
  '$heading: the guide names every file that it takes, and how many they are',
  (addition) => {
    const { count, files } = told(addition.heading);
    expect([...files].sort()).toEqual([...touched(addition)].sort());
    expect(count).toBe(files.length);
  },
);

describe('one of each, added to a copy of the source', () => {
  let copy = '';
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'infra-tutor-additions-'));
    for (const part of ['src', 'test/course', 'lessons', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const addition of additions) add(addition, copy);
    writeFileSync(join(copy, 'test', 'added.test.ts'), testOf(additions));
    const config = { extends: './tsconfig.json', include: ['src', 'test/added.test.ts'] };
    writeFileSync(join(copy, 'tsconfig.added.json'), JSON.stringify(config));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const run = (program: string, ...args: string[]): string => {
    try {
      execFileSync(join(root, 'node_modules', '.bin', program), args, { cwd: copy, encoding: 'utf8' });
      return '';
    } catch (error) {
      return String((error as { stdout?: unknown }).stdout);
    }
  };

  test('compiles', () => {
    expect(run('tsc', '--noEmit', '-p', 'tsconfig.added.json')).toBe('');
  });

  test('works', () => {
    expect(run('vitest', 'run', '--root', copy, 'test/added.test.ts')).toBe('');
  });
});

function add({ files, edits }: Addition, folder: string): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text, { flag: 'wx' });
  for (const [path, after, text] of edits) {
    const whole = readFileSync(join(folder, path), 'utf8');
    expect(whole, `${path} has "${after}"`).toContain(after);
    const at = whole.indexOf(after) + after.length;
    writeFileSync(join(folder, path), whole.slice(0, at) + text + whole.slice(at));
  }
}

/** The tests of all additions in one file, their imports first. */
function testOf(all: readonly Addition[]): string {
  const lines = all.flatMap((addition) => addition.test.split('\n').map((line) => line.trim()));
  const imports = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line) => !line.startsWith('import '));
  return `import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTopology } from '../src/topology/read.ts';
import { simulate as runOf } from '../src/simulator/run.ts';
${imports.join('\n')}
const file = 'lessons/1-distributed/distributed.yaml';
const { topology } = readTopology(readFileSync(file, 'utf8'), file);
if (topology === undefined) throw new Error('the shipped topology is broken');
${rest.join('\n')}
`;
}
