import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';

const mission = `---
id: no-failures
title: No failures
topology: two-servers
for: 30s
seeds: 2
fault: [10s kill app-1]
may: { fields: [lb-1.retries], changes: 1 }
goals:
  - { measure: failed(10s..20s), expect: 0%..1%, says: Hardly anybody fails. }
---

## Briefing

A server dies.

> Hint: Who notices?

## Debrief

So it was.
`;

test('what one user packs another adds, answers and hands in, and the report runs the scripts again', async () => {
  const [teacher, learner] = [emptyFolder(), emptyFolder()];
  await run(['course', 'new', 'ws26'], { home: teacher });
  const yaml = join(teacher, 'ws26', 'course.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('missions: []', 'missions: [no-failures]'));
  mkdirSync(join(teacher, 'ws26', 'missions'));
  writeFileSync(join(teacher, 'ws26', 'missions', 'no-failures.md'), mission);
  expect(await run(['course', 'pack', 'ws26'], { home: teacher })).toMatchObject({ status: 0, stderr: '' });

  const archive = join(teacher, 'ws26.tgz');
  expect(await run(['course', 'add', archive], { home: learner })).toMatchObject({ status: 0, stderr: '' });
  await run(['quiz', '--plain'], { home: learner, input: '1\n\nq\n' });
  const handIn = await run(['hand-in', '--name', 'Müller, A.', '--output', 'm.json'], { home: learner });
  expect(handIn).toMatchObject({ status: 0, stdout: expect.stringContaining('1 question') });

  const file = join(learner, 'm.json');
  const play = { mission: 'no-failures', stars: 3, hints: 0, plays: 1, play: { set: [], fault: [] } };
  const forged = { ...JSON.parse(readFileSync(file, 'utf8')), missions: [play] };
  writeFileSync(file, JSON.stringify(forged));
  const report = await run(['class', 'report', file, '--course', archive], { home: teacher });
  expect(report).toMatchObject({ status: 0, stderr: '' });
  expect(report.stdout).toMatch(/^Müller, A\. /m);
  expect(report.stdout).toMatch(
    /1 script of missions and predictions was run again: 1\s+gives something else/,
  );
  expect(report.stdout).toMatch(/no-failures gives 0 stars/);
});
