import { describe, expect, test } from 'vitest';
import { lessonOn } from '../../src/course/lesson-on.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { openRun } from '../../src/course/open-run.ts';
import { ToldRun } from '../../src/story/told-run.ts';
import { type Why, whyOf } from '../../src/story/why/why.ts';
import { fields } from '../../src/topology/fields.ts';
import { shippedTopology } from '../ui/simulator/bench.ts';
import { told } from './tell.ts';

const course = loadCourse('.');

/** The chains behind every line of a run, by the words of the line. */
function chains(id: string, script: readonly string[], seconds: number): ReadonlyMap<string, Why> {
  const { run } = told(id, { seconds, script });
  const { lines, view, simulation } = run;
  return new Map(
    lines.map((line) => [
      `${line.who} ${line.text}`,
      whyOf(line, { lines, view, topology: simulation.topology }),
    ]),
  );
}

function chain(all: ReadonlyMap<string, Why>, words: string): Why {
  const found = [...all].find(([line]) => line.includes(words));
  if (found === undefined) throw new Error(`no line says "${words}": ${[...all.keys()].join('\n')}`);
  return found[1];
}

const said = ({ links }: Why) => links.map(({ kind, text }) => `${kind}: ${text}`);
const ruled = ({ settings }: Why) => settings.map(({ of, field, value }) => `${of}.${field}=${value}`);
const lesson = ({ about }: Why, stage: string) => lessonOn(course, about, stage)?.id;

describe('the chain behind a line', () => {
  const killed = chains('distributed', ['10s kill web-2'], 22);

  test('goes from the fault over who believed, waited and noticed to what the users got', () => {
    expect(said(chain(killed, 'every second request fails'))).toEqual([
      'fault: you kill web-2.',
      'reason: lb-1 still believes in web-2.',
      'felt: every second request waits: lb-1 still believes in web-2.',
      'felt: every second request fails: lb-1 still believes in web-2.',
      expect.stringMatching(/^noticed: 4\.\d s later lb-1 marks web-2 down/),
      'over: new requests are answered again, by web-1 alone.',
      expect.stringMatching(/^got: 503 from lb-1: \d+ requests; .*the longest wait was 3 s\.$/),
    ]);
  });

  test('counts what the users got as the timeline did, and no request of another time', () => {
    const { run } = told('distributed', { seconds: 22, script: ['10s kill web-2'] });
    const failed = run.view.timeline.reduce((sum, each) => sum + each.failed, 0);
    const text = chain(killed, 'every second request fails').links.at(-1)?.text ?? '';
    const counted = [...text.matchAll(/: (\d+) requests?/g)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    );
    expect(counted).toBe(failed);
  });

  test('names the settings that rule, with what the format says of each', () => {
    const { settings } = chain(killed, 'every second request fails');
    expect(ruled(chain(killed, 'every second request fails'))).toEqual([
      'lb-1.servers.web-2.inter=2s',
      'lb-1.servers.web-2.fall=3',
      'lb-1.redispatch=false',
      'lb-1.retries=3',
    ]);
    expect(settings.map(({ means }) => means)).toContain(
      fields.find(({ path }) => path === 'servers.ID.fall')?.means,
    );
    expect(settings.every(({ means }) => means !== '')).toBe(true);
  });

  test('lights up who takes part', () => {
    const places = chain(killed, 'marks web-2 down').links.flatMap((link) => link.places);
    expect(new Set(places)).toEqual(new Set(['web-2', 'lb-1', 'web-1']));
  });

  test('has the lesson on it', () => {
    expect(lesson(chain(killed, 'every second request fails'), '1-distributed')).toBe('believed-or-true');
    const cut = chains('scaled-up', ['10s partition lb-host-1 lb-host-2'], 18);
    expect(lesson(chain(cut, 'is held by'), '3-scaled-up')).toBe('what-keepalived-does-not-see');
  });

  test('tells as well what does not hurt, and thanks to whom', () => {
    const spared = chain(chains('distributed', ['10s kill db-2'], 18), 'no user notices');
    expect(said(spared)).toEqual([
      'fault: you kill db-2.',
      'spared: db-2 is gone, and no user notices: reads go to db-1.',
    ]);
    expect(ruled(spared)).toContain('app-1.reads=[db-2, db-1]');
  });

  test('says who has not noticed yet, and only of those who are wrong', () => {
    const hung = chain(chains('distributed', ['10s pause web-2'], 14), 'pause web-2');
    expect(said(hung)).toContain('blind: lb-1 has noticed nothing so far: it believes in web-2.');
    const cut = chain(chains('distributed', ['10s partition server-1 server-2'], 14), 'partition');
    expect(said(cut).filter((link) => link.startsWith('blind'))).toEqual([]);
  });

  test('ends where the next fault begins, and belongs to the fault that it is about', () => {
    const two = chains('distributed', ['10s kill web-2', '16s kill db-2'], 24);
    expect(said(chain(two, 'every second request fails')).join()).not.toContain('db-2');
    expect(said(chain(two, 'reads go to db-1'))[0]).toBe('fault: you kill db-2.');
  });
});

test("a fault of a script is the script's, and a repair is told as one", () => {
  const asked = { topology: 'distributed', set: [], rate: 20, for: 30_000_000, seed: 1 };
  const opened = openRun({ ...asked, fault: ['10s kill web-2', '20s start web-2'] }, shippedTopology);
  if ('problems' in opened) throw new Error('not opened');
  const run = new ToldRun(opened.run, { script: true });
  run.advance(30_000_000);
  const known = { lines: run.lines, view: run.view, topology: opened.run.topology };
  const of = (words: string) =>
    run.lines.flatMap((line) => (line.text === words ? (whyOf(line, known).links[0] ?? []) : []));
  expect(of('kill web-2')).toMatchObject([
    { kind: 'fault', text: 'the script: kill web-2.', fault: '10s kill web-2' },
  ]);
  expect(of('start web-2')).toMatchObject([{ kind: 'repair', text: 'the script: start web-2.' }]);
});
