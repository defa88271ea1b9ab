import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

/** From the ground up; a file may import its own floor and those below. */
const floors = [
  ['text', 'messages', 'disk'],
  ['topology', 'markdown'],
  ['simulator'],
  ['course'],
  ['story'],
  ['workers'],
  ['learner'],
  ['terminal'],
  ['plain', 'ui'],
  ['commands'],
  ['cli.ts'],
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && /\.tsx?$/.test(path));
}

function floorOf(path: string): number {
  const room = relative(src, path).split('/')[0] ?? '';
  return floors.findIndex((rooms) => rooms.includes(room));
}

/** What a file imports of ours. The words of the program may know types of any floor: they are gone at run time. */
function importsOf(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  const text = relative(src, path).startsWith('messages/')
    ? source.replace(/import type [^;]+;/g, '')
    : source;
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) =>
    resolve(dirname(path), match[1] ?? ''),
  );
}

const files = filesBelow(src);

/** What a file cannot be read without: what it imports, types too, but for what is loaded only when it is asked for. */
function needsOf(path: string, what: 'all' | 'values'): string[] {
  const source = readFileSync(path, 'utf8');
  const text = what === 'all' ? source : source.replace(/import type [^;]+;/g, '');
  return [...text.matchAll(/\bfrom\s*'(\.[^']+)'/g)]
    .map((match) => resolve(dirname(path), match[1] ?? ''))
    .filter((imported) => imported.startsWith(src));
}

/** Files that need each other in a circle: the strongly connected components of the imports (Tarjan 1972). */
function circles(what: 'all' | 'values'): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const visit = (file: string): number => {
    const index = order.size;
    order.set(file, index);
    path.push(file);
    let low = index;
    for (const needed of needsOf(file, what)) {
      if (!order.has(needed)) low = Math.min(low, visit(needed));
      else if (path.includes(needed)) low = Math.min(low, lowest.get(needed) ?? order.get(needed) ?? 0);
    }
    lowest.set(file, low);
    if (low === index) {
      const circle = path.splice(path.indexOf(file));
      if (circle.length > 1) found.push(circle.map((member) => relative(src, member)).sort());
    }
    return low;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}

describe('the house', () => {
  it('has a floor for every file', () => {
    expect(files.filter((path) => floorOf(path) < 0)).toEqual([]);
  });

  it('imports downwards only', () => {
    const upwards = files.flatMap((path) =>
      importsOf(path)
        .filter((imported) => imported.startsWith(src) && floorOf(imported) > floorOf(path))
        .map((imported) => `${relative(src, path)} -> ${relative(src, imported)}`),
    );
    expect(upwards).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(circles('values')).toEqual([]);
    // but that the parts of one component name it as a type
    const others = circles('all').filter(
      (circle) => !circle.every((file) => dirname(file) === 'simulator/components'),
    );
    expect(others).toEqual([]);
  });

  it('looks up what people write in maps: a table in braces answers to `constructor` too', () => {
    const tables = files.filter((path) =>
      /Record<string, [^=;]*> = \{\s*\n/.test(readFileSync(path, 'utf8')),
    );
    expect(tables.map((path) => relative(src, path))).toEqual([]);
  });

  it('gives no component the whole world', () => {
    const reaching = files
      .map(
        (path) => [relative(src, path), needsOf(path, 'all').map((needed) => relative(src, needed))] as const,
      )
      .filter(
        ([path, needs]) => path.startsWith('simulator/components/') && needs.includes('simulator/world.ts'),
      );
    expect(reaching.map(([path]) => path)).toEqual([]);
  });

  it('keeps plain mode and the screens apart', () => {
    const across = files.flatMap((path) =>
      importsOf(path)
        .filter((imported) => imported.startsWith(src))
        .map((imported) => [relative(src, path), relative(src, imported)] as const)
        .filter(([from, to]) => from.startsWith('plain/') && to.startsWith('ui/')),
    );
    expect(across).toEqual([]);
  });

  it('keeps what differs between versions of V8 out of the simulator', () => {
    const allowed = new Set([
      'abs',
      'ceil',
      'clz32',
      'floor',
      'imul',
      'max',
      'min',
      'round',
      'sqrt',
      'LN2',
      'SQRT2',
    ]);
    const inexact = files
      .filter((path) => relative(src, path).startsWith('simulator/'))
      .flatMap((path) => {
        const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
        const used = [...code.matchAll(/Math\.(\w+)/g)].map((match) => match[1] ?? '');
        const found = used.filter((name) => !allowed.has(name));
        if (/[\w)\]]\s*\*\*\s*[\w(]/.test(code)) found.push('**');
        if (/Date\.|performance\.|toLocale|Intl\./.test(code)) found.push('the wall clock or the locale');
        return found.map((name) => `${relative(src, path)}: ${name}`);
      });
    expect(inexact).toEqual([]);
  });
});
