#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseLanguage } from './commands/language.ts';
import { versionOf } from './commands/version.ts';

/** True for src/cli.ts and for dist/cli.js: both stand one folder below the package's. */
const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** What is read as an option: all before `--`. */
function optionsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

const isHelp = (word: string) => word === '--help' || word === '-h';
const isVersion = (word: string) => word === '--version' || word === '-v';

/** The help that is asked for. Undefined when more is. */
async function helpAnswer(args: readonly string[]): Promise<string | undefined> {
  // every start would wait for the table of commands alone
  if (!optionsOf(args).some((word) => isHelp(word) || word === 'help')) return undefined;
  const { findCommand, isGroup } = await import('./commands/find-command.ts');
  const before = optionsOf(args);
  const wantsHelp = before.some(isHelp);
  const words = before.filter((word) => !isHelp(word));
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

/** Answers at once what needs next to no code; everything else is for a command. */
async function answer(args: readonly string[]): Promise<void> {
  const options = optionsOf(args);
  if (options.some(isVersion)) return say(`${versionOf(packageFolder)}\n`);
  // what is said while a file is loaded is said in the language that was chosen before
  const opensCourse = !options.some(isHelp) && args[0] !== 'help';
  const unknown = await chooseLanguage(options, process.env, packageFolder, opensCourse);
  const help = unknown === undefined ? await helpAnswer(args) : undefined;
  if (help !== undefined) return say(help);
  const { runCommandLine } = await import('./commands/run.ts');
  await runCommandLine(args, packageFolder, unknown);
}

function say(text: string): void {
  process.stdout.on('error', () => process.exit(0));
  process.stdout.write(text);
}

await answer(process.argv.slice(2));
