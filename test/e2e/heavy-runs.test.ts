import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';
import { Terminal } from './terminal.ts';

const HEAVY = {
  'a million requests a second': 'traffic: { rate: 1000000 }',
  'a million clients who think for a millisecond':
    'traffic: { rate: 100, loop: closed, clients: 1000000, think: 1ms }',
  'retries without a pause': 'traffic: { rate: 1000000, timeout: 1ms, retries: { attempts: 100 } }',
} as const;

function topology(id: string, traffic: string): string {
  return `format: 1
id: ${id}
title: Heavy
${traffic}
dns: { www.foobar.com: { A: [lb-1] } }
hosts: { one: { cpus: 1, runs: [lb-1] }, two: { cpus: 1, runs: [web-1] } }
components:
  lb-1: { kind: load-balancer, balance: roundrobin, servers: { web-1: {} }, timeout: { connect: 5s, client: 50s, server: 50s } }
  web-1: { kind: web-server, static: 100% }
`;
}

const quiz = `---
id: heavy
title: Heavy
---

<quiz>

<!-- id: heavy-question -->

How many fail?

- [x] Some
- [ ] None

\`\`\`prove
topology: heavy
for: 60s
measure: failed(0s..60s)
expect: { 1: 1%..100%, 2: 0%..1% }
\`\`\`

</quiz>
`;

describe.concurrent.each(Object.entries(HEAVY))('%s', (_, traffic) => {
  let home: string;
  beforeAll(() => {
    home = emptyFolder();
    const stage = join(home, 'mine', 'lessons', 'one');
    mkdirSync(stage, { recursive: true });
    mkdirSync(join(home, 'mine', 'quizzes'));
    writeFileSync(
      join(home, 'mine', 'course.yaml'),
      'format: 1\nid: mine\ntitle: Mine\nstages: [{ id: one, title: One, topology: heavy, lessons: [l], quizzes: [heavy] }]\n',
    );
    writeFileSync(join(stage, 'l.md'), '---\nid: l\ntitle: L\n---\n\n## Page\n\nWords.\n');
    writeFileSync(join(stage, 'heavy.yaml'), topology('heavy', traffic));
    writeFileSync(join(home, 'mine', 'quizzes', 'q.md'), quiz);
  });
  const inCourse = (...args: string[]) =>
    run([...args, '--course', 'mine'], { home, input: 'run 60s\nq\nq\n' });

  test('spof, proofs and lines say what to lower, and come to their end', async () => {
    const spof = await inCourse('spof', 'heavy');
    expect(spof.status).toBe(1);
    expect(spof.stderr).toMatch(
      /events of the simulator: lower the (rate|number)|memory: lower the (rate|number)/,
    );
    expect(spof.stderr.trimEnd().split('\n')).toHaveLength(1);
    const proofs = await inCourse('course', 'test');
    expect(proofs.status).toBe(1);
    expect(proofs.stdout).toMatch(
      /fails +heavy \/ heavy-question \(.*q\.md:\d+\)\n +(This run would take|The run was stopped at .*) more than/,
    );
    const lines = await inCourse('--plain', 'start', 'heavy');
    expect(lines.status).toBe(0);
    expect(lines.stdout.replace(/\s+/g, ' ')).toMatch(
      /(would take|since it took) more than .* (events of the simulator|memory): lower the/,
    );
  });

  test('on the screen every key is heard', async ({ onTestFinished }) => {
    const tutor = new Terminal({ home, args: ['start', 'heavy', '--course', 'mine'] });
    onTestFinished(() => tutor.close());
    await tutor.see('Break it');
    await tutor.see(/00:00\.\d/);
    tutor.press('?');
    await tutor.see('Esc close');
    tutor.press('\x1b');
    await tutor.see('Break it');
    tutor.press(' ');
    await tutor.see('stopped');
    tutor.press('q');
    expect(await tutor.ended()).toBe(0);
    expect(tutor.isFullScreen).toBe(false);
  });
});

test('a simulation hears Ctrl-C within a slice of a million users, and tells what it has', async ({
  onTestFinished,
}) => {
  const home = emptyFolder();
  writeFileSync(join(home, 'heavy.yaml'), topology('heavy', HEAVY['a million requests a second']));
  const terminal = new Terminal({ home, args: ['simulate', './heavy.yaml', '--for', '20m'] });
  onTestFinished(() => terminal.close());
  await terminal.see(/of 20m simulated/);
  terminal.press('\x03');
  expect(await terminal.ended()).toBe(130);
  expect(terminal.screen()).toMatch(/requests/);
});

test('a simulation that no machine can hold is not begun', async () => {
  const home = emptyFolder();
  writeFileSync(join(home, 'heavy.yaml'), topology('heavy', HEAVY['a million requests a second']));
  const { status, stderr } = await run(['simulate', './heavy.yaml', '--for', '30d'], { home });
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^This run would take more than 5000000000 events .*\.\n$/),
  ]);
});
