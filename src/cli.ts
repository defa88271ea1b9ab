#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCommand, isGroup } from './commands/find-command.ts';
import { versionOf } from './commands/version.ts';

/** True for src/cli.ts and for dist/cli.js: both stand one folder below the package's. */
const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** What needs next to no code: the version and the help. Undefined when more is asked for. */
async function quickAnswer(args: readonly string[]): Promise<string | undefined> {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  if (before.some((word) => word === '--version' || word === '-v')) return `${versionOf(packageFolder)}\n`;
  const wantsHelp = before.some((word) => word === '--help' || word === '-h');
  const words = before.filter((word) => word !== '--help' && word !== '-h');
  const found = findCommand(words);
  if (!wantsHelp && found.unknown !== 'help') return undefined;
  const { commandHelp, help } = await import('./commands/help.ts');
  if (found.unknown === undefined || isGroup(found.unknown)) {
    return found.name === undefined ? help() : commandHelp(found.name);
  }
  if (found.unknown !== 'help') return undefined;
  const about = findCommand(found.rest);
  if (about.name !== undefined) return commandHelp(about.name);
  if (about.unknown === 'authoring') return readFileSync(join(packageFolder, 'docs', 'authoring.md'), 'utf8');
  // `help help` asks for this one
  const { unknown } = about;
  return unknown === undefined || unknown === 'help' || isGroup(unknown) ? help() : undefined;
}

const args = process.argv.slice(2);
const answer = await quickAnswer(args);
if (answer !== undefined) {
  process.stdout.on('error', () => process.exit(0));
  process.stdout.write(answer);
} else {
  const { runCommandLine } = await import('./commands/run.ts');
  await runCommandLine(args, packageFolder);
}
