import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/course/course-files.ts';
import { lessonKeys } from '../../src/course/lesson-reader.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { measures } from '../../src/course/measures/all.ts';
import { eventWords } from '../../src/course/measures/event-words.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { questionTypes } from '../../src/course/question-types/all.ts';
import { pointKeys } from '../../src/course/question-types/point.ts';
import { quizKeys } from '../../src/course/quiz-reader.ts';
import { runKeys } from '../../src/course/run-reader.ts';
import { isVerb } from '../../src/simulator/faults/table.ts';
import { simulate } from '../../src/simulator/run.ts';
import { problemLine } from '../../src/text/problem.ts';
import { counted, play } from '../simulator/play.ts';
import { proveAll } from './prove-all.ts';

const guide = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8');

test('the guide names every key, measure and event', () => {
  const names = [...lessonKeys, ...quizKeys, ...runKeys, ...pointKeys, ...measures.map(({ name }) => name)];
  const events = [...eventWords].filter((word) => !isVerb(word));
  const missing = [...names, ...events].filter(
    (name) => !new RegExp(`\`${name}\\b|\`[^\`]*\\b${name}\``).test(guide),
  );
  expect(missing).toEqual([]);
});

test('the quiz and the topology of the guide are those of a new course', () => {
  const text = (path: string) => newCourse().find((file) => file.path === path)?.text ?? '?';
  expect(guide).toContain(text('quizzes/after-a-kill.md').trim());
  expect(guide).toContain(
    text('lessons/0-two-servers/two-servers.yaml')
      .replace(/^(?:#.*\n)+/, '')
      .trim(),
  );
});

describe('the questions of the guide', () => {
  const questions = [...guide.matchAll(/^````markdown\n(<quiz>\n[\s\S]*?<\/quiz>\n)````$/gm)];
  const files = memoryFiles('guide', {
    ...Object.fromEntries(newCourse().map(({ path, text }) => [path, text])),
    'quizzes/guide.md': [
      '---\nid: guide\ntitle: Guide\nstage: 0-two-servers\n---\n',
      ...questions.map(([, text]) => text),
    ].join('\n'),
  });
  const asked = loadCourse('guide', { files })
    .stages.flatMap(({ quizzes }) => quizzes)
    .find(({ id }) => id === 'guide')?.questions;

  test('show every type that the quiz of a new course does not', () => {
    const types = new Set(['single-choice', 'multiple-choice', ...(asked ?? []).map(({ type }) => type)]);
    expect(types).toEqual(new Set(questionTypes.map(({ name }) => name)));
  });

  test('give lint nothing to say', () => {
    const said = lintCourse(files).filter(
      ({ file, rule }) => file.includes('guide.md') && rule !== 'unlisted',
    );
    expect(said.map(problemLine)).toEqual([]);
  });

  test('have proofs that hold', () => {
    const proofs = proveAll(loadCourse('guide', { files }), simulate);
    expect(proofs.flatMap(({ failures }) => failures)).toEqual([]);
    expect(proofs.length).toBeGreaterThan(1);
  });
});

describe('the topologies of the guide', () => {
  const texts = [...guide.matchAll(/^```yaml\n(format: 1\n[\s\S]*?)```$/gm)].map(([, text]) => text ?? '');
  const textOf = (id: string) => texts.find((text) => text.includes(`\nid: ${id}\n`)) ?? '?';
  const outcomes = (id: string, faults: readonly string[], set: readonly string[] = []) =>
    counted(play(textOf(id), { for: 30, faults, set }), 0, 29);

  test('blue and green change places without an error', () => {
    const swap = ['10s ready lb-1 green', '10s drain lb-1 blue'];
    expect(Object.keys(outcomes('blue-green', swap))).toEqual(['200']);
  });

  test('one that weighs nothing stays out when it is made ready', () => {
    const set = ['lb-1.servers.green.disabled=false', 'lb-1.servers.green.weight=0'];
    const made = ['10s ready lb-1 green', '10s drain lb-1 blue'];
    expect(outcomes('blue-green', made, set)['503']).toBeGreaterThan(900);
    const weighed = ['10s weight lb-1 green 1', '10s drain lb-1 blue'];
    expect(Object.keys(outcomes('blue-green', weighed, set))).toEqual(['200']);
  });

  test('a version brings its fault, and a roll-back takes it away', () => {
    const faults = ['5s deploy app-server v2', '20s deploy app-server v1'];
    const run = play(textOf('two-versions'), { for: 40, faults });
    expect(Object.keys(counted(run, 0, 5))).toEqual(['200']);
    const { '500': errors = 0, '200': good = 0 } = counted(run, 12, 20);
    expect(errors / (errors + good)).toBeCloseTo(0.2, 1);
    expect(Object.keys(counted(run, 27, 39))).toEqual(['200']);
    expect(run.report.events.map(({ who, what, about }) => `${who} ${what} ${about}`)).toEqual(
      expect.arrayContaining(['app-1 runs v2', 'app-2 runs v2', 'app-1 runs v1', 'app-2 runs v1']),
    );
  });

  test('a balancer shares reads out, and hands old data on', () => {
    const readsOf = (faults: readonly string[]) => {
      const run = play(textOf('read-sharing'), { for: 30, faults });
      const reads = run.requests.filter(({ kind, t }) => kind === 'read' && t > 10 && t < 29);
      const by = (id: string) => reads.filter(({ path }) => path.at(-1) === id).length / reads.length;
      return {
        shares: [by('db-2'), by('db-3')],
        stale: run.report.reads.stale,
        outcomes: counted(run, 0, 29),
      };
    };
    const well = readsOf([]);
    expect(Math.abs((well.shares[0] ?? 0) - 0.5)).toBeLessThan(0.01);
    expect(well.stale).toBe(0);
    const late = readsOf(['5s lag db-3 3s']);
    expect(Math.abs((late.shares[1] ?? 0) - 0.5)).toBeLessThan(0.01);
    expect(late.stale).toBeGreaterThan(20);
    expect(readsOf(['5s kill db-3'])).toMatchObject({
      shares: [1, 0],
      outcomes: { 200: expect.any(Number) },
    });
  });
});
