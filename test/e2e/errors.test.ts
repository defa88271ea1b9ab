import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';

let folder: string;
beforeAll(() => {
  folder = emptyFolder();
  writeFileSync(join(folder, 'broken.yaml'), 'format: 1\nid: broken\n  title: indented\n');
  writeFileSync(join(folder, 'file'), 'not a folder');
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full', 'mine.txt'), 'mine');
});

/** What a person may get wrong, and what the one sentence about it must say. */
const mistakes: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
  ['an unknown command', ['simulat'], /no command "simulat".*Did you mean simulate\?/],
  ['help of an unknown command', ['help', 'drew'], /no command "drew".*Did you mean draw\?/],
  ['an unknown command of course', ['course', 'lnt'], /no command "course lnt".*Did you mean course lint\?/],
  ['course alone', ['course'], /course new DIR, course lint \[DIR\], .*course test \[DIR\]/],
  ['an unknown option', ['list', '--jsn'], /list has no option --jsn.*Did you mean --json\?/],
  ['an unknown option of all', ['--plane'], /no option --plane.*Did you mean --plain\?/],
  ['an option without its value', ['simulate', 'distributed', '--for'], /--for needs a value/],
  ['an option that eats another', ['simulate', 'distributed', '--for', '--json'], /--for needs a value/],
  ['a flag with a value', ['list', '--json=yes'], /--json takes no value/],
  ['an option twice', ['simulate', 'distributed', '--seed', '1', '--seed', '2'], /--seed is given twice/],
  ['no topology', ['simulate'], /simulate needs a topology/],
  ['one word too many', ['draw', 'distributed', 'secured'], /can't use "secured"/],
  ['an unknown topology', ['simulate', 'distribted'], /no topology "distribted".*distributed/],
  ['no such component to configure', ['config', 'distributed', 'lb-7'], /no component or host "lb-7"/],
  ['a topology to forget', ['reset', 'distributed'], /no lesson, quiz, mission or stage "distributed"/],
  ['an unknown topology to draw', ['draw', 'nope'], /no topology "nope"/],
  ['an unknown topology to fail', ['spof', 'nope'], /no topology "nope"/],
  ['a topology file that is not there', ['draw', './nope.yaml'], /nope\.yaml/],
  ['a broken YAML', ['simulate', './broken.yaml'], /broken\.yaml:\d+:\d+: /],
  ['an unknown component', ['simulate', 'distributed', '--fault', '10s kill web-9'], /web-9.*web-1/],
  ['an unknown fault', ['simulate', 'distributed', '--fault', '10s kil web-2'], /kil.*kill/],
  ['a fault without a time', ['simulate', 'distributed', '--fault', 'kill web-2'], /not a time/],
  ['an unknown switch', ['simulate', 'distributed', '--set', 'redispach=on'], /redispach/],
  ['a position that a switch has not', ['simulate', 'distributed', '--set', 'redispatch=maybe'], /maybe/],
  ['an unknown field', ['simulate', 'distributed', '--set', 'lb-1.redispach=true'], /redispach/],
  ['a time that is none', ['simulate', 'distributed', '--for', 'soon'], /--for "soon" is not a time/],
  ['a time of nothing', ['simulate', 'distributed', '--for', '0s'], /--for "0s" is not a time/],
  ['a time without end', ['simulate', 'distributed', '--for', '9999d'], /longer than this simulator runs/],
  ['a rate that is none', ['simulate', 'distributed', '--rate', 'fast'], /--rate "fast" is not a number/],
  ['a rate of nothing', ['simulate', 'distributed', '--rate', '0'], /--rate "0" is not a number/],
  ['a negative rate', ['simulate', 'distributed', '--rate', '-5'], /--rate "-5" is not a number/],
  ['a seed that is none', ['simulate', 'distributed', '--seed', '1.5'], /--seed "1\.5" is not a seed/],
  ['a request that is none', ['simulate', 'distributed', '--trace', '0'], /--trace "0" is no request/],
  ['nothing to compare with', ['compare', 'distributed'], /compare needs one change/],
  ['a change that is none', ['compare', 'distributed', '--with', 'more'], /"more" is no change/],
  ['a game as data', ['spof', 'distributed', '--play', '--json'], /leave --json out/],
  ['a seed too large', ['simulate', 'distributed', '--seed', '4294967296'], /is not a seed/],
  [
    'requests into a folder that is not there',
    ['simulate', 'distributed', '--requests', 'no/r'],
    /no\/r can't be written/,
  ],
  ['a course folder that is not there', ['--course', 'nowhere', 'list'], /nowhere/],
  ['a course folder without a course', ['--course', 'empty', 'list'], /course\.yaml/],
  ['a course that is a file', ['--course', 'file'], /file/],
  ['an empty course', ['--course', '', 'list'], /--course is empty/],
  ['lint without a course', ['course', 'lint', '--course', 'nowhere'], /nowhere/],
  ['tests without a course', ['course', 'test', '--course', 'nowhere'], /nowhere/],
  ['a new course over files', ['course', 'new', 'full'], /full is not empty/],
  ['a new course over a file', ['course', 'new', 'file'], /file is a file/],
  ['a new course without a name', ['course', 'new'], /needs the name of a folder/],
  ['an unknown lesson', ['start', 'three-host'], /no lesson.*"three-host".*Did you mean three-hosts\?/],
  ['an unknown thing to show', ['show', 'nope'], /no lesson.*"nope"/],
  ['nothing to show', ['show'], /show needs/],
  ['an unknown quiz', ['quiz', 'round-robn'], /no quiz "round-robn".*Did you mean round-robin\?/],
  ['reset without a word', ['reset'], /reset needs/],
  ['reset of one and all', ['reset', 'spof', '--all'], /not both/],
  ['an unknown thing to reset', ['reset', 'nope'], /"nope"/],
  ['a change of a field without a name', ['simulate', 'distributed', '--set', 'lb-1.='], /isn't a change/],
  [
    'a fault after the end',
    ['simulate', 'distributed', '--for', '5s', '--fault', '10s kill web-2'],
    /The run ends at 5s/,
  ],
  ['requests into no file', ['simulate', 'distributed', '--requests', ''], /--requests is empty/],
  ['a word with control characters', ['\x1b]52;c;aGk=\x07'], /no command/],
  ['an id with control characters', ['show', 'a\x1b[31mb'], /no lesson/],
  ['a fault with control characters', ['simulate', 'distributed', '--fault', '1s kill a\x1b[31m'], /a\[31m/],
  ['a folder with control characters', ['--course', 'a\x1b]0;b\x07', 'list'], /no folder/],
];

test.concurrent.each(mistakes)('%s is told in one sentence', async (_, args, says) => {
  const { status, stdout, stderr } = await run(args, { directory: folder });
  expect(stdout).toBe('');
  expect(stderr).toMatch(says);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/[.?!]\n$/);
  expect(stderr).not.toMatch(/\n\s+at |Error:|undefined|\[object|[\0-\x09\x0b-\x1f\x7f]/);
  expect(status).toBe(2);
});
