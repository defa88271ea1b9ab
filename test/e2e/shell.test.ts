import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { commandWords } from '../../src/messages/commands.ts';
import { emptyFolder, learnersEnvironment, run } from './program.ts';

/** Whether a program is there at all: macOS and Debian have bash, Windows may not. */
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

test.runIf(process.platform !== 'win32' && has('bash'))('bash completes with the script', async () => {
  const folder = emptyFolder();
  const shim = join(folder, 'infra-tutor');
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${inject('cli')}" "$@"\n`);
  chmodSync(shim, 0o755);
  writeFileSync(join(folder, 'completion.bash'), (await run(['completion', 'bash'])).stdout);
  const line = 'infra-tutor start three-';
  const asked = `. ./completion.bash; COMP_LINE='${line}' COMP_POINT=${line.length}; _infra_tutor; echo "\${COMPREPLY[@]}"`;
  const env = learnersEnvironment(folder);
  const { stdout } = spawnSync('bash', ['-c', asked], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, PATH: `${folder}:${env.PATH ?? ''}` },
  });
  expect(stdout.trim()).toBe('three-hosts three-things-wrong');
});

test('an unknown shell gets a sentence', async () => {
  expect(await run(['completion', 'tcsh'])).toMatchObject({
    status: 2,
    stderr: 'completion needs the name of a shell: bash, zsh, fish.\n',
  });
});

test('the man page names every command, and troff has nothing to say against it', () => {
  const page = join(dirname(inject('cli')), 'infra-tutor.1');
  const text = readFileSync(page, 'utf8');
  for (const name of Object.keys(commandWords)) {
    expect(text).toContain(`.B infra\\-tutor ${name.replaceAll('-', '\\-')}`);
  }
  if (!has('groff')) return;
  expect(spawnSync('groff', ['-man', '-Tutf8', '-ww', page], { encoding: 'utf8' }).stderr).toBe('');
});

test('whoever started it with npm start is told commands that begin so', async () => {
  const env = { npm_lifecycle_event: 'start' };
  expect((await run(['simulate', '--help'], { env })).stdout).toContain('npm start -- simulate TOPOLOGY');
  expect((await run(['nonsense'], { env })).stderr).toContain('"npm start -- help"');
});
