/** Whoever was told that an answer is right or not has it in the journal, whatever ends the program, and whoever else writes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { eventLine } from '../../../src/learner/event-line.ts';
import { openJournal } from '../../../src/learner/journal.ts';
import { emptyFolder, learnersEnvironment } from '../../e2e/program.ts';

const SOAK = process.env.SOAK !== undefined;
const KILLS = SOAK ? 1_000 : 8;
const ROUNDS = SOAK ? 50 : 2;
const WRITERS = 4;
const QUESTIONS = 60;
/** so often a quiz is answered wrong, and asked again: more than 1,000 answers */
const AGAIN = 17;

/** A repeatable draw (mulberry32): the seed of a failure is printed with it. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let course: string;
beforeAll(() => {
  course = join(emptyFolder(), 'course');
  mkdirSync(join(course, 'quizzes'), { recursive: true });
  const ids = Array.from({ length: WRITERS }, (_, writer) => `quiz-${writer}`);
  writeFileSync(
    join(course, 'course.yaml'),
    `format: 1\nid: mine\ntitle: Mine\nstages: [{ id: one, title: One, quizzes: [${ids.join(', ')}] }]\n`,
  );
  for (const id of ids) {
    const questions = Array.from(
      { length: QUESTIONS },
      (_, number) =>
        `<quiz>\n\n<!-- id: ${id}-q${number} -->\n\nWhich?\n\n- [x] this\n- [ ] that\n\n</quiz>\n`,
    );
    writeFileSync(
      join(course, 'quizzes', `${id}.md`),
      `---\nid: ${id}\ntitle: T\nfixed: true\n---\n\n${questions.join('\n')}`,
    );
  }
});

/** One sitting: answers come as fast as they are asked for. */
interface Sitting {
  readonly child: ChildProcess;
  /** answers whose judgement was said */
  acknowledged: number;
  readonly ended: Promise<NodeJS.Signals | null>;
}

/** What is asked for, and what is typed for each question. */
interface Task {
  readonly args: readonly string[];
  readonly typed: string;
  /** how often it is typed */
  readonly times?: number;
}

/** An answer, and Enter to go on; in a review it is said in between how sure one is. */
const quiz = (id: string): Task => ({ args: ['quiz', id], typed: '1\n\n' });
const review: Task = { args: ['review'], typed: '1\ns\n\n' };

function sit(home: string, task: Task, said: (sitting: Sitting) => void = () => undefined): Sitting {
  const child = spawn(process.execPath, [inject('cli'), '--plain', ...task.args, '--course', course], {
    env: learnersEnvironment(home),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_, signal) => resolve(signal));
  });
  const sitting: Sitting = { child, acknowledged: 0, ended };
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    sitting.acknowledged = text.match(/^(Right\.|Not right\.)/gm)?.length ?? 0;
    said(sitting);
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    complaint += more;
    expect(complaint).not.toMatch(/\n\s+at |itself/);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(task.typed.repeat(task.times ?? QUESTIONS));
  return sitting;
}

/** Every answer in the journal, counted by question; nothing of it may be damaged, unless a line was cut by a kill. */
function answersIn(home: string): { readonly tries: number; readonly damaged: number } {
  const journal = openJournal(home);
  const { answers } = journal.progress('mine');
  const tries = [...answers.values()].reduce((sum, answer) => sum + answer.tries, 0);
  return { tries, damaged: journal.damagedLines };
}

test('no answer that was acknowledged is lost, whenever the program is killed', {
  timeout: 3_600_000,
}, async () => {
  const seed = SOAK ? Date.now() % 2 ** 31 : 7;
  const draw = draws(seed);
  let [home, acknowledged, all, kills] = [emptyFolder(), 0, 0, 0];
  while (kills < KILLS) {
    const after = Math.floor(draw() * QUESTIONS * 0.8);
    const sitting = sit(home, quiz('quiz-0'), ({ child, acknowledged: said }) => {
      if (said >= after) child.kill('SIGKILL');
    });
    const signal = await sitting.ended;
    if (signal === 'SIGKILL') kills++;
    all += sitting.acknowledged;
    const { tries, damaged } = answersIn(home);
    const where = `seed ${seed}, kill ${kills}, in ${home}`;
    expect(tries, where).toBeGreaterThanOrEqual(acknowledged + sitting.acknowledged);
    expect(damaged, where).toBeLessThanOrEqual(kills);
    // what was written and not said any more is no loss
    acknowledged = tries;
    // whoever has answered all of a quiz begins with another journal
    if (signal !== 'SIGKILL') [home, acknowledged] = [emptyFolder(), 0];
  }
  expect(all).toBeGreaterThan(KILLS);
  console.log(`${KILLS} kills, ${all} acknowledged answers, none lost`);
});

test('four programs write at once, one of them is killed, and nothing is lost of any', {
  timeout: 3_600_000,
}, async () => {
  const seed = SOAK ? Date.now() % 2 ** 31 : 11;
  const draw = draws(seed);
  for (let round = 1; round <= ROUNDS; round++) {
    const home = emptyFolder();
    const victim = Math.floor(draw() * WRITERS);
    const after = Math.floor(draw() * QUESTIONS * 0.8);
    const sittings = Array.from({ length: WRITERS }, (_, writer) =>
      sit(home, quiz(`quiz-${writer}`), ({ child, acknowledged }) => {
        if (writer === victim && acknowledged >= after) child.kill('SIGKILL');
      }),
    );
    await Promise.all(sittings.map(({ ended }) => ended));
    const where = `seed ${seed}, round ${round}, in ${home}`;
    const journal = openJournal(home);
    const { answers } = journal.progress('mine');
    for (const [writer, { acknowledged }] of sittings.entries()) {
      const own = [...answers.keys()].filter((id) => id.startsWith(`quiz-${writer}-`)).length;
      expect(own, `${where}, writer ${writer}`).toBeGreaterThanOrEqual(acknowledged);
      if (writer !== victim) expect(own, `${where}, writer ${writer}`).toBe(QUESTIONS);
    }
    // a kill may cut one line; writers never cut each other's
    expect(journal.damagedLines, where).toBeLessThanOrEqual(1);
  }
});

test.runIf(SOAK)(
  'four programs answer 1,000 times each at once, and all of it is there',
  {
    timeout: 3_600_000,
  },
  async () => {
    const home = emptyFolder();
    const typed = `${'2\n\n'.repeat(QUESTIONS)}r\n`;
    const sittings = Array.from({ length: WRITERS }, (_, writer) =>
      sit(home, { ...quiz(`quiz-${writer}`), typed, times: AGAIN }),
    );
    await Promise.all(sittings.map(({ ended }) => ended));
    const each = AGAIN * QUESTIONS;
    expect(sittings.map(({ acknowledged }) => acknowledged)).toEqual(Array(WRITERS).fill(each));
    expect(answersIn(home)).toEqual({ tries: WRITERS * each, damaged: 0 });
  },
);

/** A history of every question, answered long ago. */
function longAgo(): string {
  const lines = Array.from({ length: WRITERS * QUESTIONS }, (_, index) => {
    const id = `quiz-${index % WRITERS}`;
    const asked = { course: 'mine', quiz: id, question: `${id}-q${Math.floor(index / WRITERS)}` } as const;
    const given = { answer: { form: 'one', chosen: 'x' }, right: false, hints: 0, given: false } as const;
    return eventLine({ type: 'answer', at: 1_000 + index, ...asked, ...given }, 1_000 + index);
  });
  return lines.map((line) => `${line}\n`).join('');
}

test('a review that is killed has written down every answer that it judged', {
  timeout: 3_600_000,
}, async () => {
  const seed = SOAK ? Date.now() % 2 ** 31 : 13;
  const draw = draws(seed);
  for (let kills = 0; kills < KILLS / 4; kills++) {
    const home = emptyFolder();
    writeFileSync(join(home, 'journal-before.jsonl'), longAgo());
    const after = Math.floor(draw() * QUESTIONS * 0.8);
    const sitting = sit(home, review, ({ child, acknowledged }) => {
      if (acknowledged >= after) child.kill('SIGKILL');
    });
    await sitting.ended;
    const where = `seed ${seed}, kill ${kills}, in ${home}`;
    const { tries, damaged } = answersIn(home);
    expect(tries - WRITERS * QUESTIONS, where).toBeGreaterThanOrEqual(sitting.acknowledged);
    expect(damaged, where).toBeLessThanOrEqual(1);
  }
});

test('an import that is killed has added everything or nothing, and can be done again', {
  timeout: 3_600_000,
}, async () => {
  const seed = SOAK ? Date.now() % 2 ** 31 : 17;
  const draw = draws(seed);
  const file = join(emptyFolder(), 'export.jsonl');
  writeFileSync(file, longAgo());
  const task = { args: ['progress', 'import', file], typed: '' };
  for (let kills = 0; kills < KILLS / 4; kills++) {
    const home = emptyFolder();
    // the file that is being written, its name, its end
    let changes = Math.floor(draw() * 4);
    const { child, ended } = sit(home, task);
    const watcher = watch(home, () => {
      if (changes-- === 0) child.kill('SIGKILL');
    });
    await ended;
    watcher.close();
    const where = `seed ${seed}, kill ${kills}, in ${home}`;
    expect([0, WRITERS * QUESTIONS], where).toContain(answersIn(home).tries);
    await sit(home, task).ended;
    expect(answersIn(home), where).toEqual({ tries: WRITERS * QUESTIONS, damaged: 0 });
  }
});
