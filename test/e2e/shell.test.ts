import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { commandWords } from '../../src/messages/commands.ts';
import { emptyFolder, learnersEnvironment, run } from './program.ts';

/** Whether a program is there at all: macOS and Debian have bash, Windows may not. */
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** How each shell is asked what would stand behind the words so far, in its own terms. */
const ASKED: Readonly<Record<string, string>> = {
  bash: `. ./completion; COMP_LINE="$LINE" COMP_POINT=\${#LINE}; _infra_tutor; printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: `compdef() { }; compadd() { shift; print -l -- $@ }; . ./completion; words=(\${=LINE}); CURRENT=3; _infra_tutor`,
  fish: 'source ./completion; complete -C "$LINE"',
};

for (const [shell, asked] of Object.entries(ASKED)) {
  test.runIf(process.platform !== 'win32' && has(shell))(`${shell} completes with the script`, async () => {
    const folder = emptyFolder();
    const shim = join(folder, 'infra-tutor');
    writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${inject('cli')}" "$@"\n`);
    chmodSync(shim, 0o755);
    writeFileSync(join(folder, 'completion'), (await run(['completion', shell])).stdout);
    const env = learnersEnvironment(folder);
    const { stdout } = spawnSync(shell, ['-c', asked], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, PATH: `${folder}:${env.PATH ?? ''}`, LINE: 'infra-tutor start three-' },
    });
    expect(stdout.trim().split('\n')).toEqual(['three-hosts', 'three-things-wrong']);
  });
}

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
