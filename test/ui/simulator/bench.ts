/** The simulator's screen on the shipped topologies, without a shell: keys, time, and what it shows. */

import { readdirSync, readFileSync } from 'node:fs';
import type { Course, TopologyFile } from '../../../src/course/model.ts';
import type { RunSpec } from '../../../src/course/run-spec.ts';
import { noProgress } from '../../../src/learner/fold-progress.ts';
import { glyphsOf } from '../../../src/terminal/glyphs.ts';
import { rowText, rowWidth } from '../../../src/text/row-layout.ts';
import { readTopology } from '../../../src/topology/read.ts';
import type { Topology } from '../../../src/topology/types.ts';
import type { Context, Scene, SceneEffect, Turn } from '../../../src/ui/screen.ts';
import { simulatorScreen } from '../../../src/ui/screens/simulator/simulator.tsx';

const STAGES = ['0-simple', '1-distributed', '2-secured', '3-scaled-up'];
const TITLES = ['Simple web stack', 'Distributed', 'Secured and monitored', 'Scaled up'];

export const topologies: readonly TopologyFile[] = STAGES.flatMap((stage) =>
  readdirSync(`lessons/${stage}`)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({
      id: file.replace('.yaml', ''),
      title: '',
      stage,
      file: `lessons/${stage}/${file}`,
      text: readFileSync(`lessons/${stage}/${file}`, 'utf8'),
    })),
);

const course: Course = {
  root: '.',
  id: 'course',
  title: 'Course',
  language: 'en',
  stages: STAGES.map((id, number) => ({
    id,
    number,
    title: TITLES[number] ?? '',
    summary: '',
    topology: undefined,
    lessons: [],
    quizzes: [],
    missions: [],
  })),
  glossary: [],
  topologies,
  problems: [],
};

/** A shipped topology. */
export function shipped(id: string, changes: readonly string[] = []): Topology {
  const { topology } = shippedTopology(id, changes);
  if (topology === undefined) throw new Error(`no topology ${id}`);
  return topology;
}

const known = new Map<string, ReturnType<typeof readTopology>>();

/** Reads a shipped topology, each once. */
export function shippedTopology(id: string, changes: readonly string[] = []) {
  const key = [id, ...changes].join();
  const read = known.get(key) ?? readShipped(id, changes);
  known.set(key, read);
  return read;
}

function readShipped(id: string, changes: readonly string[]): ReturnType<typeof readTopology> {
  const found = topologies.find((each) => each.id === id);
  if (found === undefined) return { topology: undefined, problems: [] };
  return readTopology(found.text, found.file, changes);
}

export interface Settings {
  readonly columns?: number;
  readonly rows?: number;
  readonly ascii?: boolean;
  /** false: one sign a line, which changes from second to second alone */
  readonly motion?: boolean;
  readonly run?: Partial<RunSpec>;
  readonly lookFor?: string;
  readonly set?: readonly string[];
}

/** What `rows` of a window are left to the body. */
const FRAME_ROWS = 4;
const FRAME_MS = 83;

/** The screen as the shell holds it. */
export class TestBench {
  scene: Scene;
  effects: readonly SceneEffect[] = [];
  context: Context;

  constructor(id: string, settings: Settings = {}) {
    const { columns = 80, rows = 24, ascii = false, motion = false, run, lookFor, set } = settings;
    this.context = {
      course,
      progress: noProgress,
      openTopology: shippedTopology,
      columns,
      rows: rows - FRAME_ROWS,
      ascii,
      glyphs: glyphsOf(ascii),
      motion,
      seed: 1,
      now: 0,
    };
    const spec: RunSpec = {
      topology: id,
      for: 60_000_000,
      seeds: 1,
      rate: undefined,
      set: [],
      fault: [],
      ...run,
    };
    const turn = simulatorScreen(
      {
        screen: 'simulator',
        topology: id,
        ...(run === undefined ? {} : { run: spec }),
        ...(lookFor === undefined ? {} : { lookFor }),
        ...(set === undefined ? {} : { set }),
      },
      this.context,
    );
    if (turn === undefined) throw new Error('the simulator did not open');
    this.scene = turn.scene;
  }

  resize(columns: number, rows: number): void {
    this.context = { ...this.context, columns, rows: rows - FRAME_ROWS };
  }

  /** Presses keys; says whether the screen had a use for the last. */
  press(...names: readonly string[]): boolean {
    let used = false;
    for (const name of names) {
      const turn = this.scene.press({ name, text: '' }, this.context);
      used = turn !== undefined;
      this.#take(turn);
    }
    return used;
  }

  /** Writes on the screen, a character at a time. */
  type(text: string): void {
    for (const character of text) {
      const turn = this.scene.type(character, this.context);
      if (turn === undefined) this.press(character === ' ' ? 'space' : character);
      else this.#take(turn);
    }
  }

  /** Lets seconds of the wall's time go by, a frame at a time. */
  wait(seconds: number, frameMs = FRAME_MS): this {
    for (let left = seconds * 1000; left > 0; left -= frameMs) {
      this.#take(this.scene.ticking ? this.scene.tick(Math.min(left, frameMs), this.context) : undefined);
    }
    return this;
  }

  /** Chooses in the menu that the last key opened. */
  choose(choice: number | string): void {
    const menu = this.menu;
    const index = typeof choice === 'number' ? choice : menu.findIndex((label) => label.includes(choice));
    const ask = this.effects.find((effect) => effect.do === 'ask');
    this.#take(ask?.do === 'ask' ? ask.choices[index]?.choose(this.context) : undefined);
  }

  /** The labels of the menu that the last key opened. */
  get menu(): readonly string[] {
    return this.effects.flatMap((effect) =>
      effect.do === 'ask' ? effect.choices.map(({ label }) => label) : [],
    );
  }

  /** The body, a line a row. */
  get lines(): readonly string[] {
    return this.picture.body.map((row) => rowText(row).trimEnd());
  }

  get picture() {
    return this.scene.view(this.context);
  }

  get status(): string {
    return rowText(this.picture.status);
  }

  /** Tenths of a second on the clock. */
  get clock(): number {
    const [, minutes = '', seconds = ''] = /(\d+):([\d.]+) {2}[\d.]+x/.exec(this.status) ?? [];
    return Math.round(Number(minutes) * 600 + Number(seconds) * 10);
  }

  /** The widest row and how many there are. */
  get size(): { readonly columns: number; readonly rows: number } {
    const { body } = this.picture;
    return { columns: Math.max(0, ...body.map(rowWidth)), rows: body.length };
  }

  get keys(): readonly string[] {
    return this.scene.keys(this.context).flatMap(({ keys }) => keys);
  }

  /** The screen with its title and its clock, as a golden file holds it; its keys have one of their own. */
  get screen(): string {
    const { title } = this.picture;
    return [`${rowText(title)}   ${this.status}`, ...this.lines, ''].join('\n');
  }

  /** Every key that has a help, a line each, as a golden file holds them. */
  get keyTable(): string {
    const told = this.scene.keys(this.context).filter(({ help }) => help !== '');
    return told.map(({ shown, label, help }) => `${shown.padEnd(10)}${label.padEnd(14)}${help}\n`).join('');
  }

  #take(turn: Turn | undefined): void {
    this.effects = turn?.effects ?? [];
    if (turn !== undefined) this.scene = turn.scene;
  }
}
