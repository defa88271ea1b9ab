/** One of each thing that CONTRIBUTING.md says how to add: the files of `src` that it takes, and a test of it. */
export interface Addition {
  /** heading in CONTRIBUTING.md */
  readonly heading: string;
  /** what NAME stands for there */
  readonly name: string;
  /** new files; a path is as in CONTRIBUTING.md, with NAME filled in */
  readonly files: Readonly<Record<string, string>>;
  /** in known files: after this text comes that one */
  readonly edits: readonly (readonly [path: string, after: string, text: string])[];
  readonly test: string;
}

const fault: Addition = {
  heading: 'Add a fault',
  name: 'overload',
  files: {},
  edits: [
    [
      'src/simulator/faults/table.ts',
      'const ROWS = {',
      "overload: { targets: ['host'], examples: ['overload server-1'], means: () => 'no CPU is left', undoneBy: 'restore', menu: 'host', letter: 'Q' },",
    ],
    [
      'src/simulator/faults/effects.ts',
      'EFFECTS: Readonly<Record<Verb, Act>> = {',
      `overload: (world, { targets }) => {
        const { processor } = world.host(first(targets));
        processor.take(0.99);
        return () => processor.take(0);
      },`,
    ],
  ],
  test: `
    import { commandHelp } from '../src/commands/help.ts';
    import { simulate } from '../src/simulator/run.ts';
    import { parseTimedFault } from '../src/simulator/faults/parse.ts';
    test('overload', () => {
      const timed = (words: string) => {
        const read = parseTimedFault(words, topology);
        if ('error' in read) throw new Error(read.error);
        return read.timed;
      };
      const view = (...faults: string[]) =>
        simulate(topology, { seed: 1, for: 5_000_000, faults: faults.map(timed) }).simulation.view();
      expect(view('2s overload server-1').standing).toHaveLength(1);
      expect(view('2s overload server-1', '3s restore server-1').standing).toEqual([]);
      expect(commandHelp('simulate')).toContain('overload server-1');
    });`,
};

const measure: Addition = {
  heading: 'Add a measure',
  name: 'offered',
  files: {
    'src/course/measures/offered.ts': `import { courseMessages as say } from '../../messages/course.ts';
import type { Measure } from './measure.ts';

export const offered: Measure = {
  name: 'offered',
  unit: 'count',
  example: 'offered',
  parse([extra]) {
    if (extra) return { error: say.measureForm('offered'), at: extra.at };
    return (run) => run.report.requests.total;
  },
};
`,
  },
  edits: [
    ['src/course/measures/all.ts', 'readonly Measure[] = [', 'offered,'],
    ['src/course/measures/all.ts', '', "import { offered } from './offered.ts';\n"],
  ],
  test: `
    import { parseMeasure } from '../src/course/measures/parse.ts';
    test('offered', () => {
      expect(parseMeasure('offered')).not.toHaveProperty('error');
    });`,
};

const questionType: Addition = {
  heading: 'Add a question type',
  name: 'recall',
  files: {
    'src/course/question-types/recall.ts': `import { defineType } from './question-type.ts';

export const recall = defineType<'text', string>({
  name: 'recall',
  form: 'text',
  isAnswer: (token) => token.type === 'code' && token.lang === 'recall',
  read: ({ blocks }) => ({ asks: { form: 'text' }, key: blocks[0]?.token.raw.split('\\n')[1] ?? '' }),
  grade: (key, { text }) => ({ right: text === key, remarks: [] }),
  solution: (key) => ({ form: 'text', text: key }),
});
`,
  },
  edits: [
    ['src/course/question-types/all.ts', 'readonly QuestionType[] = [', 'recall, '],
    ['src/course/question-types/all.ts', '', "import { recall } from './recall.ts';\n"],
  ],
  test: `
    import { asked, grade } from './course/question-types/asked.ts';
    test('recall', () => {
      const { question } = asked('\`\`\`recall\\nVRRP\\n\`\`\`');
      expect(question).toMatchObject({ type: 'recall', problem: undefined });
      expect(grade(question, { form: 'text', text: 'VRRP' })).toMatchObject({ right: true });
    });`,
};

const command: Addition = {
  heading: 'Add a command',
  name: 'hello',
  files: {
    'src/commands/hello.ts': `import type { Command } from './command.ts';

export const command: Command = {
  name: 'hello',
  options: {},
  async run({ world }) {
    world.stdout.write('Hello.\\n');
    return 0;
  },
};
`,
  },
  edits: [
    ['src/commands/registry.ts', 'readonly command: Command }>>> = {', "hello: () => import('./hello.ts'),"],
    [
      'src/messages/commands.ts',
      'export const commandWords = {',
      "hello: { usage: 'hello', summary: 'Say hello.', options: [], example: 'hello', exampleMeans: 'a greeting' },",
    ],
    ['src/messages/commands.ts', 't`Learn`,\n      [', "'hello', "],
  ],
  test: `
    import { help } from '../src/commands/help.ts';
    import { findCommand } from '../src/commands/find-command.ts';
    test('hello', () => {
      expect(findCommand(['hello']).name).toBe('hello');
      expect(help()).toContain('Say hello.');
    });`,
};

const component: Addition = {
  heading: 'Add a kind of component',
  name: 'object-store',
  files: {
    'src/simulator/components/object-store.ts': `import type { ObjectStore } from '../../topology/types.ts';
import type { Exchange } from '../exchange.ts';
import type { HostRuntime } from '../host.ts';
import { Process, type ProcessWorld } from '../process.ts';

const SERVED = 1;

export class ObjectStoreProcess extends Process {
  readonly conf: ObjectStore;

  constructor(world: ProcessWorld, conf: ObjectStore, host: HostRuntime) {
    super(world, conf.id, 'object-store', host);
    this.conf = conf;
  }

  override onStart(): void {}

  protected override onData(exchange: Exchange): void {
    exchange.begun = true;
    this.later(this.conf.service, SERVED, exchange);
  }

  protected override happen(_kind: number, subject: unknown): void {
    this.world.network.answer(subject as Exchange, 200);
  }

  protected override onHangup(exchange: Exchange): void {
    this.forget(exchange);
  }

  protected override onDeath(): void {}

  override busyTime(): number {
    return 0;
  }
}
`,
  },
  edits: [
    [
      'src/topology/kinds.ts',
      'Readonly<Record<Kind, KindWords>> = {',
      "'object-store': { one: 'an object store', several: 'object stores', takesRequests: true },",
    ],
    [
      'src/topology/component-fields.ts',
      "from './shape.ts';",
      "\nexport const objectStoreShape = { service: has(time('0s', '1h'), '1ms', 'time for one request') };",
    ],
    ['src/topology/fields.ts', 'export const shapes = {', "'object-store': objectStoreShape,"],
    ['src/topology/fields.ts', '', "import { objectStoreShape } from './component-fields.ts';\n"],
    [
      'src/topology/types.ts',
      'export interface TrackScript extends Values<typeof trackScriptShape> {}',
      "\nexport interface ObjectStore extends ComponentBase, Values<typeof objectStoreShape> {\n  readonly kind: 'object-store';\n}",
    ],
    ['src/topology/types.ts', 'export type Component =', ' ObjectStore |'],
    ['src/topology/types.ts', 'import type {', ' objectStoreShape,'],
    [
      'src/topology/pairs.ts',
      'readonly (readonly [Id, Protocol])[] {\n  switch (component.kind) {',
      "case 'object-store': return [];",
    ],
    ['src/topology/ports.ts', 'switch (component.kind) {', "case 'object-store': return 9000;"],
    ['src/messages/inspector.ts', 'roles: {', "'object-store': 'Keeps files, and hands them out.',"],
    [
      'src/topology/draw/labels.ts',
      'switch (component.kind) {',
      "case 'object-store': return ['object store'];",
    ],
    [
      'src/topology/draw/words.ts',
      'whatItIs(component: Component): string {\n  switch (component.kind) {',
      "case 'object-store': return 'an object store';",
    ],
    [
      'src/topology/draw/words.ts',
      'aboutComponent(topology: Topology, component: Component): string[] {\n  switch (component.kind) {',
      "case 'object-store': return [];",
    ],
    [
      'src/simulator/world.ts',
      'switch (component.kind) {',
      "case 'object-store': return [new ObjectStoreProcess(this, component, host)];",
    ],
    ['src/simulator/world.ts', '', "import { ObjectStoreProcess } from './components/object-store.ts';\n"],
  ],
  test: `
    import { describeTopology } from '../src/topology/draw/draw.ts';
    test('object-store', () => {
      const text = 'format: 1\\nid: store\\ntitle: Store\\ntraffic: { rate: 10 }\\n' +
        'dns: { www.foobar.com: { A: [store-1] } }\\ncomponents: { store-1: { kind: object-store } }\\n';
      const { topology: store } = readTopology(text, 'store.yaml');
      if (store === undefined) throw new Error('not read');
      const { report } = runOf(store, { seed: 1, for: 5_000_000, faults: [] });
      expect(report.requests.ok).toBeGreaterThan(20);
      expect(describeTopology(store).join(' ')).toContain('an object store');
    });`,
};

export const additions: readonly Addition[] = [component, fault, questionType, measure, command];
