import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { expect, inject, test } from 'vitest';
import { openBuiltCourse } from '../../src/course/built-course.ts';
import { diskFiles } from '../../src/course/course-files.ts';
import { run } from './program.ts';

const packed = () => join(dirname(inject('cli')), '..');

test('the package is one small tarball with nothing to install', () => {
  // it was 1.25 MB with English alone; German and Spanish come to 0.15 MB each, with stage 0 (`npm pack --dry-run`)
  expect(statSync(inject('tarball')).size).toBeLessThan(1_600_000);
  const description = JSON.parse(readFileSync(join(packed(), 'package.json'), 'utf8'));
  expect(description.dependencies).toBeUndefined();
  for (const script of ['preinstall', 'install', 'postinstall']) {
    expect(description.scripts).not.toHaveProperty(script);
  }
});

test('the package is put together as its package.json says', async () => {
  const { messages } = await publint({ pkgDir: packed(), strict: true, pack: false });
  expect(messages).toEqual([]);
});

test('the licences of what is bundled are in the package', () => {
  const licences = readFileSync(join(packed(), 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of [
    'ink',
    'react',
    'react-reconciler',
    'yoga-layout',
    'marked',
    'marked-terminal',
    'yaml',
  ]) {
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  }
  expect(licences).not.toMatch(/^(esbuild|typescript|vitest) /m);
});

test('the course in the package is the one that was built from its files', () => {
  const built = readFileSync(join(packed(), 'dist', 'course.json'), 'utf8');
  expect(openBuiltCourse(built, diskFiles(packed()))).toMatchObject({ id: 'web-infrastructure' });
});

test('the course is in the package in each language that it is translated into', () => {
  for (const language of readdirSync('locales', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    const folder = join('locales', language.name);
    const files = (root: string) => readdirSync(join(root, folder), { recursive: true }).sort();
    expect(files(packed())).toEqual(files('.'));
  }
});

test('every link of the packed README and of its documents leads to a file of the package', () => {
  const seen = new Set<string>();
  const follow = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8').replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
    const links = text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g);
    for (const [, link = ''] of links) {
      const target = join(dirname(file), link);
      expect(existsSync(target), `${link} in ${file}`).toBe(true);
      if (target.endsWith('.md')) follow(target);
    }
  };
  follow(join(packed(), 'README.md'));
  expect(seen.size).toBeGreaterThan(5);
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(packed(), 'package.json'), 'utf8'));
  for (const args of [['--version'], ['-v'], ['list', '--version']]) {
    expect(await run(args)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  }
});

test('help is asked for in four ways', async () => {
  const { stdout } = await run(['--help']);
  for (const asked of [['help'], ['help', 'help']]) expect((await run(asked)).stdout).toBe(stdout);
  for (const name of ['start', 'course new']) {
    const own = await run([...name.split(' '), '--help']);
    expect(own).toEqual({ status: 0, stdout: expect.stringContaining(`infra-tutor ${name}`), stderr: '' });
    expect(await run(['help', ...name.split(' ')])).toEqual(own);
  }
});
