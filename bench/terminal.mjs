import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';

/** Starts a program of Node in a terminal of its own, with an empty home and no word against colour or motion. */
export function startInTerminal(args, [cols, rows], more = {}) {
  const home = mkdtempSync(join(tmpdir(), 'infra-tutor-bench-home-'));
  const env = { ...process.env, INFRA_TUTOR_HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color', ...more };
  for (const name of ['CI', 'NO_COLOR', 'NO_MOTION']) delete env[name];
  return spawn(process.execPath, args, { cols, rows, env });
}
