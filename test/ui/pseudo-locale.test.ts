import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it, vi } from 'vitest';
import { pseudoLocale } from './pseudo-locale.ts';

// a file of its own, with modules of its own: the language is chosen before anything is said
vi.resetModules();
const { speak } = await import('../../src/messages/language.ts');
speak(await pseudoLocale(join(import.meta.dirname, '../..')));
const { scenes, shown } = await import('./scenes.ts');
const { TestBench } = await import('./simulator/bench.ts');
const { VERBS } = await import('../../src/simulator/faults/table.ts');

const [columns, rows] = [60, 20];

/** Words that are the same in every language: those of courses and topologies, of real programs, and names of faults and keys. */
const known = new Set([
  ...['test/ui/course', 'test/ui/forms'].flatMap((folder) => wordsIn(folder)),
  ...wordsIn('lessons', '.yaml'),
  ...VERBS.flatMap(wordsOf),
  ...['Esc', 'Enter', 'Space', 'PgUp', 'PgDn', 'Tab', 'Backspace', 'infra', 'tutor', 'seed', 'min'],
  ...['MASTER', 'BACKUP', 'SQL', 'MySQL', 'HAProxy', 'nginx', 'etc', 'conf'],
]);

function wordsIn(folder: string, ending = ''): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(ending) && statSync(path).isFile())
    .flatMap((path) => wordsOf(`${path} ${readFileSync(path, 'utf8')}`));
}

/** Words of English; what is translated here has no such letter, and what is cut is no word. */
function wordsOf(text: string): readonly string[] {
  return text.replace(/\S*[…┌┐]\S*/g, ' ').match(/[a-zA-Z]{3,}/g) ?? [];
}

function untranslated(lines: readonly string[], more: readonly string[] = []): readonly string[] {
  const words = new Set([...known, ...more]);
  return lines.filter((line) => wordsOf(line).some((word) => !words.has(word)));
}

describe('in a language that is two fifths longer', () => {
  // one of each sort: what is wrong, right or shown looks alike
  const each = Object.entries(scenes).filter(
    ([name]) => !/-(wrong|shown|right|moving|again|won)$/.test(name),
  );

  it.each(each)('%s fits, and says nothing in English', async (name, scene) => {
    const lines = (await shown(scene, { columns, rows })).split('\n');
    expect(lines).toHaveLength(rows);
    expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
    // what was typed, and what a teacher wrote
    const own = name === 'notes' ? lines.flatMap(wordsOf) : [...(scene.keys ?? []).join(''), 'xyz', 'Splt'];
    expect(untranslated(lines, own)).toEqual([]);
  });

  it.each(['one-server', 'distributed', 'scaled-up'])('the simulator of %s does', (id) => {
    const bench = new TestBench(id, { columns, rows });
    const looks = () => {
      expect(bench.size.columns).toBeLessThanOrEqual(columns);
      const all = [...bench.lines, bench.status, ...bench.keyTable.split('\n'), ...bench.menu];
      expect(untranslated(all)).toEqual([]);
    };
    looks();
    bench.wait(5).press('K');
    bench.wait(14);
    looks();
    for (const key of ['x', 'enter', 'e', 'm', 's', 'w', ':', 'y']) {
      bench.press(key);
      looks();
      bench.press('escape');
    }
  });

  it('who attacks is named in it, too', () => {
    const bench = new TestBench('secured', { columns, rows });
    bench.press(':');
    bench.type('attack port-scan server-1');
    bench.press('enter');
    bench.wait(5).press('e');
    expect(bench.lines.join(' ')).toContain('server-1');
    expect(untranslated(bench.lines, ['attack', 'port', 'scan'])).toEqual([]);
  });
});
