import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';

/** The words of a command line, of which some stand in quotes. */
const wordsOf = (line: string) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);

test('who follows the guide from an empty folder has a course without a fault', {
  timeout: 120_000,
}, async () => {
  const guide = (await run(['help', 'authoring'])).stdout;
  const [, tutorial = ''] = guide.split('\n## From an empty folder\n');
  const home = emptyFolder();
  let folder = home;
  const said: string[] = [];
  const [steps = ''] = tutorial.split('\n## In CI\n');
  const blocks = steps.matchAll(/(?:`([^`\n]+)`:\n\n)?^(`{3,4})(\w+)\n([\s\S]*?)^\2$/gm);
  for (const [, path = '', , language, text = ''] of blocks) {
    const file = join(folder, path);
    if (language === 'sh') {
      for (const line of text.trim().split('\n')) {
        const [program, ...args] = wordsOf(line);
        if (program === 'cd') folder = join(folder, ...args);
        else {
          const { status, stdout, stderr } = await run(args, { home, directory: folder });
          expect([line, status, stderr]).toEqual([line, 0, '']);
          said.push(stdout);
        }
      }
    } else if (language === 'diff') {
      const side = (sign: string) =>
        text.split('\n').flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []));
      const before = readFileSync(file, 'utf8');
      expect(before).toContain(side('-').join('\n'));
      writeFileSync(file, before.replace(side('-').join('\n'), side('+').join('\n')));
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  expect(said.at(-1)).toMatch(/one-is-none[\s\S]*off-and-on/);
  expect(said.filter((text) => text.endsWith('nothing wrong.\n'))).toHaveLength(2);
});
