import type { Tokens } from 'marked';
import { plainLine } from '../text/plain-text.ts';
import { Problems } from '../text/problem.ts';
import { readYaml } from '../text/yaml.ts';
import type { CourseFiles } from './course-files.ts';

/**
 * The hints of a quote that begins with `Hint:`, one after each such word, as the markdown that was written;
 * undefined: it is an ordinary quote.
 *
 * @param others the words for it in the language of the file: `Hinweis`
 */
export function hintsIn({ text }: Tokens.Blockquote, others: readonly string[] = []): string[] | undefined {
  const words = ['hint', ...others.map((word) => word.toLowerCase())];
  const lines = text.split('\n');
  const hints: string[][] = [];
  for (const line of lines) {
    const [, word, rest = ''] = /^\s*([^:]{1,40}?)\s*:(.*)$/.exec(line) ?? [];
    if (word !== undefined && words.includes(word.toLowerCase())) hints.push([rest]);
    else if (hints.length > 0) hints.at(-1)?.push(line);
    else if (line.trim() !== '') return undefined;
  }
  return hints.length === 0 ? undefined : hints.map((hint) => hint.join('\n').trim());
}

/** What begins a hint in a language, beside English: what the course's catalogue says, and the program's. */
export function hintWordsOf(files: CourseFiles, language: string): readonly string[] {
  const read = files.read(`locales/${language}.yaml`);
  const text = 'bytes' in read ? new TextDecoder().decode(read.bytes) : '';
  // a catalogue may be long, and no more of it is wanted
  const line = /^hint:[^\n]*/m.exec(text)?.[0] ?? '';
  const { tree } = readYaml(line, { file: '', line: 1, column: 1 }, new Problems());
  const value = tree?.type === 'map' ? tree.entries.get('hint')?.value : undefined;
  const own = value?.type === 'list' ? value.items : [value];
  const words = own.flatMap((node) => (node?.type === 'scalar' && !node.empty ? [plainLine(node.text)] : []));
  return [...new Set([...words, ...(files.program?.catalogue(language)?.hints ?? [])])];
}
