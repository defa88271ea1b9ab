import { describe, expect, test } from 'vitest';
import { candidates } from '../../src/commands/candidates.ts';
import { commands } from '../../src/commands/registry.ts';
import { diskFiles } from '../../src/course/course-files.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { commandWords } from '../../src/messages/commands.ts';

const course = loadCourse('.', { files: { ...diskFiles('.'), root: '.' } });
let opened = 0;

const tab = (line: string) =>
  candidates(
    line,
    async (name) => (await commands[name]()).command,
    async () => {
      opened++;
      return course;
    },
  );

describe('Tab', () => {
  test('completes commands, and what may follow course', async () => {
    expect(await tab('infra-tutor si')).toEqual(['simulate']);
    expect(await tab('infra-tutor course ')).toEqual(
      Object.keys(commandWords)
        .flatMap((name) => (name.startsWith('course ') ? [name.slice(7)] : []))
        .sort(),
    );
    expect(await tab('infra-tutor help spo')).toEqual(['spof']);
  });

  test('completes the options of the command', async () => {
    expect(await tab('infra-tutor simulate distributed --fo')).toEqual(['--for']);
    expect(await tab('infra-tutor spof --j')).toEqual(['--json']);
    expect(await tab('infra-tutor --pl')).toEqual(['--plain']);
  });

  test('completes ids of what the command takes', async () => {
    expect(await tab('infra-tutor start three-')).toEqual(['three-hosts', 'three-things-wrong']);
    expect(await tab('infra-tutor draw scaled-up')).toEqual(['scaled-up', 'scaled-up-five-hosts']);
    expect(await tab('infra-tutor quiz round')).toEqual(['round-robin']);
    expect(await tab('infra-tutor completion ')).toEqual(['bash', 'fish', 'zsh']);
  });

  test('has nothing to add to a command that takes no more', async () => {
    expect(await tab('infra-tutor draw distributed ')).toEqual([]);
    expect(await tab('infra-tutor nonsense ')).toEqual([]);
  });

  test('reads no course where no id can stand', async () => {
    opened = 0;
    await tab('infra-tutor s');
    await tab('infra-tutor simulate --');
    expect(opened).toBe(0);
  });
});
