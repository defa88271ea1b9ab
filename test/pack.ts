import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** the packed tarball */
    readonly tarball: string;
    /** dist/cli.js of the package as it was installed from the tarball */
    readonly cli: string;
  }
}

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Packs the program once and installs the tarball into an empty folder, as `npx` would: what the tests of the
 * whole program run is what a learner gets.
 */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'infra-tutor-packed-'));
  try {
    npm(['pack', '--pack-destination', folder], root);
    const [name] = readdirSync(folder);
    if (name === undefined) throw new Error('npm pack made no tarball');
    const tarball = join(folder, name);
    npm(['init', '--yes'], folder);
    npm(['install', '--offline', '--no-audit', '--no-fund', tarball], folder);
    project.provide('tarball', tarball);
    project.provide('cli', join(folder, 'node_modules', 'infra-tutor', 'dist', 'cli.js'));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Runs npm; when it fails, the error says what npm said. */
function npm(args: readonly string[], directory: string): void {
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: windows,
  });
}
