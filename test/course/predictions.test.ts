import { describe, expect, it } from 'vitest';
import { readLesson } from '../../src/course/lesson-reader.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { outcomeOf } from '../../src/course/predictions/outcome.ts';
import { provePrediction } from '../../src/course/predictions/prove-prediction.ts';
import { besideTheRun, isRightGuess, judgeSaid } from '../../src/course/predictions/said.ts';
import { simulate } from '../../src/simulator/run.ts';
import { lesson, smallCourse, tiny } from './small-course.ts';

const block = (lines: string): string => `## Page\n\nText.\n\n\`\`\`predict\n${lines}\n\`\`\`\n`;
const KILLED = `topology: tiny
for: 20s
fault: [10s kill app-1]
ask: What do users get after the kill?
measure: failed(11s..20s)
guesses: { an answer: 0%..10%, an error: 90%..100% }
debrief: Nobody listens any more.`;

function predictions(text: string) {
  const { lesson: read } = readLesson({ file: 'l.md', path: 'lessons/one/l.md', text });
  return read.pages.flatMap(({ blocks }) => blocks.filter((one) => one.kind === 'predict'));
}

const course = { topologies: [{ id: 'tiny', title: 'Tiny', stage: 'one', file: 'tiny.yaml', text: tiny }] };

describe('a prediction', () => {
  const [asked] = predictions(lesson('a', block(KILLED)));

  it('is read with its run and its guesses', () => {
    expect(asked).toMatchObject({
      run: { topology: 'tiny', for: 20_000_000, fault: ['10s kill app-1'] },
      prediction: {
        ask: 'What do users get after the kill?',
        guesses: [
          { text: 'an answer', range: '0%..10%' },
          { text: 'an error', range: '90%..100%' },
        ],
      },
    });
  });

  it('is decided by the run', () => {
    expect(asked && outcomeOf(course, asked, 7, simulate)).toEqual({ value: '100%', trueOnes: [1] });
    expect(asked && provePrediction(course, asked, simulate)).toEqual({
      holds: true,
      values: Array(5).fill('100%'),
      failures: [],
    });
  });

  it('may ask for a number, which every run comes to', () => {
    const NUMBER = KILLED.replace(/guesses.*/, 'number: 90%..100%');
    const [one] = predictions(lesson('a', block(NUMBER)));
    expect(one?.prediction).toMatchObject({ number: { kind: 'share', word: '%' } });
    expect(one && provePrediction(course, one, simulate).holds).toBe(true);
    const [narrow] = predictions(lesson('a', block(NUMBER.replace('90%..', '20%..').replace('100%', '99%'))));
    expect(narrow && provePrediction(course, narrow, simulate).holds).toBe(false);
  });

  it('tells a written number from the range of its runs', () => {
    const [one] = predictions(lesson('a', block(KILLED.replace(/guesses.*/, 'number: 90%..100%'))));
    if (one === undefined) throw new Error('not read');
    const { prediction } = one;
    const made = { seed: 7, value: '97%' };
    const told = (written: string) => {
      const judged = judgeSaid(prediction, written, [0]);
      expect(isRightGuess(prediction, judged.guess, [0])).toBe(judged.right);
      return [judged.right, besideTheRun(prediction, { ...judged, ...made })];
    };
    expect(told('95')).toEqual([
      true,
      'You said 95 %. In your run (seed 7) it was 97%. You were right: with any seed it is 90 to 100 %.',
    ]);
    expect(told('half')[0]).toBe(false);
    expect(told('80-95 %')).toEqual([
      false,
      'You said 80-95 %. In your run (seed 7) it was 97%. Not so: with any seed it is 90 to 100 %.',
    ]);
  });

  it('does not hold where a seed makes no guess true', () => {
    const narrow = KILLED.replace('90%..100%', '20%..30%');
    const [one] = predictions(lesson('a', block(narrow)));
    expect(one && provePrediction(course, one, simulate)).toEqual({
      holds: false,
      values: ['100%'],
      failures: ['with seed 1 it comes out as 100%, which makes no guess true'],
    });
  });

  it.each([
    ['no question', KILLED.replace(/^ask.*\n/m, ''), /A predict block needs "ask/],
    ['no debrief', KILLED.replace(/^debrief.*/m, ''), /A predict block needs "debrief/],
    ['one guess', KILLED.replace(', an error: 90%..100%', ''), /Guesses are a map of at least two/],
    [
      'a list of guesses',
      KILLED.replace(/guesses.*/, 'guesses: [a, b]'),
      /Guesses are a map of at least two/,
    ],
    ['guesses that are both true', KILLED.replace('0%..10%', '0%..95%'), /can both be true/],
    ['guesses and a number', `${KILLED}\nnumber: 90%..100%`, /not both/],
    ['a number that is none', KILLED.replace(/guesses.*/, 'number: many'), /many/],
    ['never as a number', KILLED.replace(/guesses.*/, 'number: never'), /Nobody can write "never"/],
    ['a measure that there is not', KILLED.replace('failed(', 'faild('), /faild/],
    ['a measure of what is not there', KILLED.replace('failed(11s..20s)', 'share(web-9 11s..20s)'), /web-9/],
    ['a fault that can not be', KILLED.replace('kill app-1', 'kill app-9'), /app-9/],
    ['a key that is not known', `${KILLED}\nanswer: 1`, /answer/],
  ])('with %s is told of by lint', (_what, lines, sentence) => {
    const files = smallCourse({ 'lessons/one/first.md': lesson('a', block(lines)) });
    expect(lintCourse(files).map(({ message }) => message)).toContainEqual(expect.stringMatching(sentence));
  });
});
