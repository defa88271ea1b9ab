import { expect, test } from 'vitest';
import { aiken } from '../../../src/course/import/aiken.ts';
import { importFormats } from '../../../src/course/import/formats.ts';
import { mdbookQuiz } from '../../../src/course/import/mdbook-quiz.ts';
import { importedBy, inShort } from './imported.ts';

const aikenText = `What forwards requests?
A. The disk
B) The *proxy*
C. The clock
ANSWER: B

Which port has HTTPS,
by default?
A. 80
B. 443
ANSWER: D

Nobody knows?
A. Yes
B. No

Or this?
A. 1
B. 2
ANSWER: A
`;

test('Aiken: choices after letters, the right one by its letter', async () => {
  const { questions, notes } = await importedBy(aiken, aikenText);
  expect(questions.map(inShort)).toEqual(['The disk, *The \\*proxy\\*, The clock', '*1, 2']);
  expect(notes).toEqual([
    expect.stringMatching(/^7: Left out: ANSWER:/),
    expect.stringMatching(/^13: Left out: no line ANSWER:/),
  ]);
});

const toml = `[multipart]
program = "All of this is about \`nc\`."

[[questions]]
id = "b230bed3-d6ba-4048-8b06-aa655d837b04"
type = "MultipleChoice"
prompt.prompt = "What is 1 + 1?"
prompt.distractors = ["1", "3", "**infinity**"]
prompt.answerIndex = 1
answer.answer = "2"
context = """
Ask your local mathematician.
"""

[[questions]]
type = "MultipleChoice"
multipart = "program"
prompt.prompt = "Which are even?"
prompt.distractors = ["1"]
answer.answer = ["2", "4"]
promptExplanation = true

[[questions]]
type = "ShortAnswer"
prompt.prompt = "The keyword?"
prompt.response = "code"
answer.answer = "let"
answer.alternatives = ["let it", "a|b"]
extra = 1

[[questions]]
type = "Tracing"
prompt.program = "fn main() {}"
answer.doesCompile = true
answer.stdout = ""
`;

test('mdbook-quiz: choices, words, what several questions are about', async () => {
  const { questions, read, notes, problems } = await importedBy(mdbookQuiz, toml);
  expect(problems).toEqual([]);
  expect(questions.map(inShort)).toEqual(['1, *2, 3, **infinity**', '1, *2, *4', 'let or let it']);
  expect(read.map(({ id, fixed }) => [id, fixed])).toEqual([
    ['b230bed3-d6ba-4048-8b06-aa655d837b04', true],
    ['back-2', false],
    ['back-3', false],
  ]);
  expect(questions[0]?.explanation).toBe('Ask your local mathematician.');
  expect(questions[1]?.prompt).toBe('All of this is about `nc`.\n\nWhich are even?');
  expect(notes.map((note) => note.slice(0, 35))).toEqual([
    '15: Learners are not asked why they',
    '23: "extra" is not known, and left ',
    '23: The field for "code" answers is',
    '23: The answer "a|b" is left out: a',
    '31: Left out: what a program prints',
  ]);
});

test('a choice may begin with code, and lists in a row stay apart', async () => {
  const code = '```\nlet a;\n\n  b();\n```';
  const source = `[[questions]]
type = "MultipleChoice"
prompt.prompt = """
Which of them?
1. One
2. Two"""
prompt.distractors = ["""\n${code}\n""", "- a list"]
answer.answer = "a word"
context = "- because"
`;
  const { questions, notes, text } = await importedBy(mdbookQuiz, source);
  expect(notes).toEqual([]);
  expect(questions[0]?.answer).toMatchObject({
    choices: [{ text: code }, { text: '- a list' }, { text: 'a word', right: true }],
  });
  expect(questions[0]).toMatchObject({ prompt: 'Which of them?\n1. One\n2. Two', explanation: '- because' });
  expect(text).toContain(`- [ ] <!-- -->\n\n  ${code.replaceAll('\n', '\n  ').replaceAll('  \n', '\n')}`);
});

test('TOML that is none says where', async () => {
  const { notes } = await importedBy(mdbookQuiz, '[[questions]]\nid = "a"\nprompt = {\n');
  expect(notes).toEqual([expect.stringMatching(/^[34]: This is no TOML: /)]);
});

test.each([
  ['a.gift', 'A. b?{T}\nANSWER: A', 'gift'],
  ['a.txt', 'Q?{=x ~y}', 'gift'],
  ['a.txt', aikenText, 'aiken'],
  ['a.txt', toml, 'mdbook-quiz'],
  ['a.toml', '', 'mdbook-quiz'],
  ['a.txt', 'only words', undefined],
])('%s is told by name and content', (file, text, name) => {
  expect(importFormats.find((format) => format.recognises(file, text))?.name).toBe(name);
});
