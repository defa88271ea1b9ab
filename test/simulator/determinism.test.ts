import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scripted } from './scripted.ts';

const source = fileURLToPath(new URL('../../src/simulator', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'infra-tutor-determinism-'));
const program = join(folder, 'scripted.cjs');

/** Runs the script of faults in a process of its own. */
function elsewhere(node: readonly string[]): string | undefined {
  const [command = 'node', ...args] = node;
  const result = spawnSync(command, [...args, program], { encoding: 'utf8', timeout: 120_000 });
  return result.status === 0 ? result.stdout.trim().split('\n').pop() : undefined;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the same topology, seed and faults', () => {
  beforeAll(async () => {
    await build({
      stdin: {
        contents: `import { createHash } from 'node:crypto';
          import { scripted } from './scripted.ts';
          console.log(createHash('sha256').update(scripted(1)).digest('hex'));`,
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
      outfile: program,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are the same run, however it is advanced', () => {
    const whole = scripted(1);
    expect(scripted(1, 33_333)).toBe(whole);
    expect(scripted(1, 1_234_567)).toBe(whole);
    expect(scripted(2)).not.toBe(whole);
  });

  it('are the same run in another process', () => {
    expect(elsewhere([process.execPath])).toBe(hashOf(scripted(1)));
  });

  it.skipIf(process.env.SOAK === undefined).each(['20', '22', '24'])(
    'are the same run on Node %s',
    (version) => {
      const hash = elsewhere(['npx', '-y', `node@${version}`]);
      if (hash === undefined) {
        console.warn(
          `Node ${version} can't be fetched here: that the runs are the same there was not tried.`,
        );
        return;
      }
      expect(hash).toBe(hashOf(scripted(1)));
    },
  );
});

describe('the source of the simulator', () => {
  it('uses no clock, no chance and no function of Math whose last bit may differ', () => {
    const allowed = new Set([
      ...['abs', 'ceil', 'clz32', 'floor', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc', 'fround'],
      ...['LN2', 'SQRT2'],
    ]);
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const code = readFileSync(join(source, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*$/gm, '');
      for (const [, name = ''] of code.matchAll(/\bMath\.(\w+)/g)) {
        expect(allowed.has(name), `${file} uses Math.${name}`).toBe(true);
      }
      expect(code, file).not.toMatch(
        /\*\*|Date\.now|new Date|performance\.|Math\.random|setTimeout|setInterval|\basync\b|\bawait [a-z]|process\.(env|hrtime|argv)|toLocale|Intl\./,
      );
    }
  });
});
