import { expect, test } from 'vitest';
import { gift } from '../../../src/course/import/gift.ts';
import { plainWords } from '../../../src/markdown/words.ts';
import { importedBy, inShort } from './imported.ts';

/** One question, as short as it goes. */
async function one(source: string) {
  const { questions, read, notes } = await importedBy(gift, source);
  const [question] = questions;
  return { answer: question && inShort(question), question, fixed: read[0]?.fixed, notes };
}

// each construct that Moodle's documentation of the format names, in words of our own
test.each([
  ['a choice', 'Who forwards?{~the disk =the proxy ~the clock}', 'the disk, *the proxy, the clock', []],
  ['a missing word', 'It is {~lost =kept}.', 'lost, *kept', []],
  [
    'feedback',
    'Port of HTTPS?{~80#HTTP: plain =443#Yes\\= right}',
    '80 (HTTP: plain), *443 (Yes= right)',
    [],
  ],
  ['true', 'TCP keeps order.{TRUE}', '*True, False', []],
  [
    'false, with both feedbacks',
    'UDP keeps order.{F#It has none.#Right.}',
    'True (It has none.), *False (Right.)',
    [],
  ],
  ['words', 'In turn?{=round robin =rr}', 'round robin or rr', []],
  ['a number with its tolerance', 'Seconds?{#5:1}', '4..6', []],
  ['a range', 'Seconds?{#4..6}', '4..6', []],
  ['a number alone', 'HTTP?{#80}', '80..80', []],
  ['our own unit', '[markdown]How long? (in ms) {#=4..6}', '4..6 ms', []],
  ['several', 'Which?{~%50%a ~%50%b ~%-100%c}', '*a, *b, c', []],
  ['steps that are matched with their places', 'Order?{=a -> 1 =b -> 2 =c -> 3}', 'a < b < c', []],
  [
    'signs with a backslash',
    'Five?{=\\= 2 + 3 ~\\= 2 \\{\\} \\~ \\# \\: \\\\}',
    '*= 2 + 3, = 2 {} \\~ # : \\\\',
    [],
  ],
  ['signs without one in its words', 'A = b ~ c # d: e?{=x ~y}', '*x, y', []],
  ['a comment in the middle', 'Which?{\n// not this\n=x\n~y}', '*x, y', []],
  ['half an answer', 'Which?{=a ~%50%b ~c}', '*a, b, c', ['1: "b" was worth 50 %']],
  ['half a spelling', 'Which?{=round robin =%50%robin}', 'round robin', ['1: "robin" was worth 50 %']],
  ['a wrong spelling with its feedback', 'Which?{=%100%let# =%0%lot#No.}', 'let', ['1: What is said to the']],
  [
    'another number',
    'When?{#=1969:0 =%50%1969:5 ~#No.}',
    '1969..1969',
    ['1: "1964..1974"', '1: What is said'],
  ],
  ['two right choices, each alone', 'Which?{=a =b ~c}', '*a, *b, c', ['1: Each right choice']],
  ['HTML', '[html]<p>A <b>b</b> <sub>c</sub> &lt;</p>{=x ~y}', '*x, y', ['1: HTML without a counterpart']],
  ['things to match', 'Match.{=a -> x =b -> y}', undefined, ['1: Left out: things to match']],
  ['an essay', 'Why?{}', undefined, ['1: Left out: nothing stands between']],
  ['a description', 'Only words.', undefined, ['1: Left out: a text without']],
  ['a survey', 'Which?{~a ~b}', undefined, ['1: Left out: no choice is fully right']],
  [
    'choices in its text',
    '[markdown]Which?\\n\\n- [x] no{=x ~y}',
    undefined,
    ['1: Left out: a part of its text'],
  ],
  ['what ends nowhere', 'Which?{=x ~y', undefined, ['1: Not understood']],
  ['an order of two', 'Order?{=a -> 1 =b -> 2}', undefined, ['1: Left out: as a question of this program']],
] as const)('%s', async (_, source, answer, notes) => {
  const read = await one(source);
  expect(read.answer).toBe(answer);
  expect(read.notes.map((note, i) => note.slice(0, notes[i]?.length))).toEqual(notes);
});

test('a name, a tag, a category and an explanation', async () => {
  const source = `$CATEGORY: $course$/top/Two // three: signs

// [id:own id] [tag:http]
::Its name::Which?{=x ~y#no: 5 * 3
####Because of *that*: see RFC 9110.}
$CATEGORY: other

::Its name::Which one?{T}

::Its name::Which other?{T}`;
  const { title, questions, notes, read, text } = await importedBy(gift, source);
  expect(title).toBe('Two / three: signs');
  expect(questions.map(({ id }) => id)).toEqual(['own-id', 'its-name', 'its-name-2']);
  expect(questions[0]?.explanation).toBe('Because of \\*that\\*: see RFC 9110.');
  expect(notes).toEqual([
    expect.stringMatching(/^4: Tags are left out: http/),
    expect.stringMatching(/^6: The category "other"/),
  ]);
  expect(read.map(({ fixed }) => fixed)).toEqual([false, true, true]);
  expect(text).toMatch(/^---\nid: back\ntitle: "Two \/ three: signs"\n---\n\n<quiz>\n\n<!-- id: own-id -->/);
});

test('one that is wrong costs no other, and its own line is told', async () => {
  const { questions, notes } = await importedBy(gift, 'A?{=x ~y}\n\nB?\n{=x\n~%500%y}\n\nC?{T}');
  expect(questions.map(({ prompt }) => prompt)).toEqual(['A?', 'C?']);
  expect(notes).toEqual([expect.stringMatching(/^5: Not understood, and left out: .*100/)]);
});

test('plain text stays plain, whatever markdown sees in it', async () => {
  const words = [
    '# a',
    '> b',
    '- c',
    '1. d',
    '*e* `f` [g](h) <i> ~~j~~ &amp; _k_ l_m',
    '---',
    '===',
    '|n|',
    '<quiz>',
  ];
  const { questions, read } = await importedBy(gift, `[plain]${before(words.join('\\n'))} {=x ~y}`);
  expect(questions).toHaveLength(1);
  expect(read[0]?.prompt.map(({ type }) => type)).toEqual(['paragraph']);
  expect(plainWords(read[0]?.prompt ?? [])).toBe(words.join('\n'));
});

/** Signs of GIFT with their backslash. */
function before(text: string): string {
  return text.replace(/[=~#{}:]/g, '\\$&');
}
