import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { courseMessages as say } from '../messages/course.ts';
import type { Entry, Located } from '../text/located.ts';
import type { Place, Problems } from '../text/problem.ts';

/** Where a piece of YAML stands in its file: the line of its first line. */
export interface YamlPlace {
  readonly file: string;
  readonly firstLine: number;
}

/** The parser's time and stack grow with what nobody writes by hand. */
const mostCharacters = 50_000;
const mostBrackets = 500;
const mostErrors = 3;

/**
 * Reads YAML that is a part of a course: course.yaml, front matter, a fenced block.
 * Beside what a topology may hold it knows texts of several lines, which drawings are.
 */
export function readYaml(text: string, place: YamlPlace, problems: Problems): Located | undefined {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: place.file, line: place.firstLine + Math.max(0, line - 1), column: Math.max(1, col) };
  };
  const start: Place = { file: place.file, line: place.firstLine, column: 1 };
  if (text.length > mostCharacters || (text.match(/[[{]/g)?.length ?? 0) > mostBrackets) {
    problems.error(start, 'yaml', say.yamlTooLarge);
    return undefined;
  }
  try {
    const options = {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    } as const;
    const document = parseDocument(text, options);
    for (const error of document.errors.slice(0, mostErrors)) {
      problems.error(at(error.pos[0]), 'yaml', say.yaml(error.code, error.message));
    }
    return document.contents === null
      ? undefined
      : new Converter(at, problems).node(document.contents, start);
  } catch {
    problems.error(start, 'yaml', say.yamlTooLarge);
    return undefined;
  }
}

/** Turns the parser's nodes into nodes that know their place. */
class Converter {
  readonly #placeAt: (offset: number) => Place;
  readonly #problems: Problems;
  #aliases = 0;

  constructor(placeAt: (offset: number) => Place, problems: Problems) {
    this.#placeAt = placeAt;
    this.#problems = problems;
  }

  /** A key without a value is nothing, at the place of its key. */
  node(node: unknown, fallback: Place): Located {
    const nothing: Located = { type: 'scalar', text: '', empty: true, at: fallback };
    if (isAlias(node) && ++this.#aliases <= mostErrors) {
      this.#problems.error(this.#at(node, fallback), 'yaml', say.yamlAlias);
    }
    if (isMap(node)) return this.#map(node, this.#at(node, fallback));
    if (isSeq(node)) {
      const at = this.#at(node, fallback);
      return { type: 'list', items: node.items.map((item) => this.node(item, at)), at };
    }
    if (!isScalar(node) || node.value === null || node.value === undefined) return nothing;
    return { type: 'scalar', text: scalarText(node), empty: false, at: this.#at(node, fallback) };
  }

  #map(node: YAMLMap, at: Place): Located {
    const entries = new Map<string, Entry>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const keyAt = this.#at(key, at);
      const name = scalarText(key);
      const twin = entries.get(name);
      if (twin) this.#problems.error(keyAt, 'key-twice', say.keyTwice(name, twin.at.line));
      else entries.set(name, { at: keyAt, value: this.node(value, keyAt) });
    }
    return { type: 'map', entries, at };
  }

  #at(node: { readonly range?: readonly number[] | null | undefined }, fallback: Place): Place {
    const offset = node.range?.[0];
    return offset === undefined ? fallback : this.#placeAt(offset);
  }
}

/** What was written: numbers keep their digits, texts lose their quotes. */
function scalarText({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}
