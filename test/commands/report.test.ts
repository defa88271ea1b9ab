import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cell } from '../../src/commands/report/csv.ts';
import { xapiStatements } from '../../src/commands/report/xapi.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Course } from '../../src/course/model.ts';
import { recordOf } from '../../src/learner/record.ts';
import { someEvent } from '../learner/arbitrary-events.ts';
import { learner } from './in-process.ts';

const validator: { default(statement: unknown): readonly unknown[] } = createRequire(import.meta.url)(
  '@learninglocker/xapi-validation',
);
const warningsOf = validator.default;

async function somebody() {
  const ana = learner();
  await ana.run(['quiz', '--plain'], ['1', '', '1 3', '', 'r', 'h', '2', '', 'q']);
  await ana.run(['start', 'last', '--plain'], ['', '', 'q']);
  return ana;
}

test('the report says what was read and answered, the last answer of each question', async () => {
  const { out } = await (await somebody()).run(['report']);
  expect(out).toContain('One and several (2 of 2 right):');
  expect(out).toMatch(/2026-03-02 {2}right, attempt 2 +web-2 is killed/);
  expect(out).toMatch(/Read \(1 lesson\):/);
  expect((await learner().run(['report'])).out).toContain('Nothing was read or answered yet.');
});

test('as JSON it has every answer, in the words of the course', async () => {
  const { out } = await (await somebody()).run(['report', '--json']);
  const { answers } = JSON.parse(out);
  expect(answers).toHaveLength(3);
  expect(answers[0]).toMatchObject({ question: 'one', answer: 'It throws the request away', right: false });
  expect(answers[2]).toMatchObject({ question: 'one', attempt: 2, right: true, hints: 1 });
});

test('as CSV it has a row for each answer', async () => {
  const { out } = await (await somebody()).run(['report', '--csv']);
  const rows = out.split('\r\n');
  expect(rows).toHaveLength(5);
  expect(rows[0]).toMatch(/^"time","stage"/);
  expect(rows[1]).toContain('"It throws the request away","no","no","0",""');
});

test('no cell is a formula, whatever an author or a learner wrote, and none ends before its end', () => {
  const dangerous = fc
    .tuple(
      fc.constantFrom('', ' ', '\t', '\r\n', '"', "'"),
      fc.constantFrom('=', '+', '-', '@', '＝'),
      fc.string(),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(dangerous, fc.string()), (text) => {
      const written = cell(text);
      expect(written).toMatch(/^"(?:[^"\r\n]|"")*"$/);
      expect(written.slice(1)).not.toMatch(/^[\s"]*[=+\-@＝]/);
    }),
  );
});

const shipped = loadCourse('.');

test('its statements are what the Experience API asks for, whatever was done', async () => {
  const ana = await somebody();
  const { out } = await ana.run(['report', '--xapi', '--email', 'ana@example.org']);
  const statements = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(statements.map(({ verb }) => verb.display['en-US']).sort()).toEqual([
    'answered',
    'answered',
    'answered',
    'completed',
  ]);
  for (const statement of statements) expect(warningsOf(statement)).toEqual([]);
  expect(statements.find(({ verb }) => verb.id.endsWith('answered'))).toMatchObject({
    actor: { mbox: 'mailto:ana@example.org' },
    result: { success: false },
  });
  const odd: Course = { ...shipped, id: 'web', origin: 'ünï "code" 漢' };
  fc.assert(
    fc.property(fc.array(someEvent, { maxLength: 20 }), (events) => {
      const record = recordOf(
        events.map((event) => ({ ...event, course: 'c' })),
        'c',
      );
      const all = xapiStatements(odd, record, { account: 'here' });
      for (const statement of all) expect(warningsOf(JSON.parse(JSON.stringify(statement)))).toEqual([]);
    }),
  );
  expect(warningsOf({ ...statements[0], verb: { id: 'no address' } })).not.toEqual([]);
});

test('the same statement always has the same id', async () => {
  const ana = await somebody();
  const ids = async () =>
    (await ana.run(['report', '--xapi'])).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
  const first = await ids();
  expect(await ids()).toEqual(first);
  expect(new Set(first).size).toBe(first.length);
});

test('what was taken back or forgotten is not in it', async () => {
  const ana = await somebody();
  ana.now += 86_400_000;
  await ana.run(['review', '--plain'], ['2', 's', 'u', 'q']);
  expect(JSON.parse((await ana.run(['report', '--json'])).out).answers).toHaveLength(3);
  await ana.run(['reset', 'choices']);
  expect(JSON.parse((await ana.run(['report', '--json'])).out)).toMatchObject({
    answers: [],
    lessons: [{ lesson: 'last' }],
  });
});

test('one form at a time, and an address only where it is used', async () => {
  const ana = learner();
  expect(await ana.run(['report', '--json', '--csv'])).toMatchObject({ status: 2, out: '' });
  expect(await ana.run(['report', '--email', 'ana@example.org'])).toMatchObject({ status: 2, out: '' });
  expect((await ana.run(['report', '--xapi', '--email', 'ana'])).err).toMatch(
    /such as ana@example.org, not "ana"/,
  );
});
