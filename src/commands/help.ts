import {
  type CommandName,
  type CommandWords,
  commandWords,
  globalOptions,
  helpWords,
} from '../messages/commands.ts';
import { program } from '../messages/program.ts';
import { faultHelp } from '../simulator/faults/examples.ts';
import { fold } from '../text/fold.ts';

/** The help of the whole program. */
export function help(): string {
  const [bare, bareMeans] = helpWords.bare;
  const groups = helpWords.groups.flatMap(([title, names]) => [
    '',
    title,
    ...columns(names.map((name) => [commandWords[name].usage, commandWords[name].summary])),
  ]);
  return text([
    helpWords.title,
    '',
    ...columns([[bare, bareMeans]]),
    ...groups,
    '',
    helpWords.everywhere,
    ...columns(globalOptions),
    '',
    helpWords.environment,
    ...columns(helpWords.variables),
    '',
    helpWords.exit,
    ...columns(helpWords.exits),
    '',
    ...fold(helpWords.topologies, 80),
    ...fold(helpWords.authoring, 80),
    ...fold(helpWords.more, 80),
  ]);
}

/** The help of one command. */
export function commandHelp(name: CommandName): string {
  const words: CommandWords = commandWords[name];
  const options = words.options.length > 0 ? ['', helpWords.options, ...columns(words.options)] : [];
  return text([
    ...fold(words.summary, 80),
    '',
    helpWords.usage,
    `  ${program} ${words.usage}`,
    ...options,
    ...(name === 'simulate' ? ['', helpWords.faults, ...columns(faultRows)] : []),
    '',
    helpWords.everywhere,
    ...columns(globalOptions),
    '',
    helpWords.example,
    `  ${program} ${words.example}`,
    ...fold(words.exampleMeans, 76).map((line) => `    ${line}`),
  ]);
}

const faultRows = faultHelp.map(
  ({ written, means, undo }) => [written, helpWords.fault(means, undo)] as const,
);

const leftWidth = 30;

/** Two columns in 80; what is too long for the left one gets a line of its own. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  return rows.flatMap(([left, right]) => {
    const lines = fold(right, 80 - leftWidth - 2);
    const indented = lines.map((line) => `${' '.repeat(leftWidth + 2)}${line}`);
    if (left.length > leftWidth - 1) return [`  ${left}`, ...indented];
    return [`  ${left.padEnd(leftWidth)}${lines[0] ?? ''}`, ...indented.slice(1)];
  });
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
