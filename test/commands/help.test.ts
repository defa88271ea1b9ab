import { expect, test } from 'vitest';
import { commandHelp, help } from '../../src/commands/help.ts';
import { type CommandName, commandWords } from '../../src/messages/commands.ts';

const names = Object.keys(commandWords) as CommandName[];

test('the help names every command', () => {
  for (const { usage } of Object.values(commandWords)) expect(help()).toContain(usage);
});

test.each(names)('the help of %s ends with an example, and has no line wider than 80 columns', (name) => {
  expect(commandHelp(name)).toContain(`infra-tutor ${commandWords[name].example}`);
  for (const line of [...help().split('\n'), ...commandHelp(name).split('\n')]) {
    expect(line.length, line).toBeLessThanOrEqual(80);
  }
});
