import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learner } from './in-process.ts';

test('a damaged journal is told with what to do, and mended without losing what can be read', async () => {
  const ana = learner();
  await ana.run(['quiz', '--plain'], ['2', '', 'q']);
  const file = join(ana.home, 'journal-here.jsonl');
  appendFileSync(file, '\n{"v":2,"type":"ans');
  const damaged = readFileSync(file);
  const sick = await ana.run(['doctor']);
  expect(sick.status).toBe(1);
  expect(sick.out).toMatch(/^look {2}progress: 1 line .*\n {6}infra-tutor doctor --repair puts/m);
  const exported = (await ana.run(['progress', 'export'])).out;

  const mended = await ana.run(['doctor', '--repair']);
  expect(mended.out).toMatch(/^ok {4}progress: kept in .*; read with it: 1 journal/m);
  const [, kept = ''] = /it is kept in (.*)\.$/m.exec(mended.out) ?? [];
  expect(readFileSync(kept)).toEqual(damaged);
  expect((await ana.run(['progress', 'export'])).out).toBe(exported);
  expect((await ana.run(['doctor', '--repair'])).out).toContain('There was nothing to mend.');
});

test('a folder that depends on where one starts is told', async () => {
  const ana = learner('no-such-folder');
  const { status, out } = await ana.run(['doctor']);
  expect(status).toBe(1);
  expect(out).toMatch(/^look {2}folder: INFRA_TUTOR_HOME is no-such-folder/m);
  expect(existsSync('no-such-folder')).toBe(false);
});

test('the folder that is used, and what led to it', async () => {
  const ana = learner();
  expect((await ana.run(['doctor'])).out).toContain(`folder: INFRA_TUTOR_HOME leads to ${ana.home}`);
});
