import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  type YAMLMap,
} from 'yaml';
import { yamlMessages as say } from '../messages/yaml.ts';
import type { Entry, Located } from './located.ts';
import type { Place, Problem } from './problem.ts';
import { Problems } from './problem.ts';

/** The largest files that people write by hand are a tenth of it; the parser's time grows with the size. */
export const longestYaml = 128 * 1024;
/** Whatever a hand has written is nested less; parser and composer call themselves once a level. */
export const deepestYaml = 64;
/** More of the same says nothing new. */
const mostTold = 10;

/** What a piece of YAML says. */
export interface ReadYaml {
  /** as far as it could be read; undefined when it says nothing */
  readonly tree: Located | undefined;
  /** why it could not be read whole */
  readonly problem: Problem | undefined;
}

/**
 * Reads one YAML document as a tree in which every node knows its place. `start` is where its first character stands:
 * of a file, of a block inside one, or of a `--set`. Every problem is also told in `problems`. Never throws, and
 * what is too long or too deep is refused before any time is spent on it.
 */
export function readYaml(text: string, start: Place, problems: Problems, longest = longestYaml): ReadYaml {
  const own = new Problems();
  const read = new Reader(start, own);
  const tree = text.length > longest ? read.tooLong(longest) : read.tree(text);
  problems.add(own.list);
  return { tree, problem: read.problem };
}

class TooDeep extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('too deep');
    this.offset = offset;
  }
}

class Reader {
  /** why it could not be read whole: what follows from that would be noise */
  problem: Problem | undefined;
  readonly #start: Place;
  readonly #problems: Problems;
  readonly #lines = new LineCounter();
  #told = 0;

  constructor(start: Place, problems: Problems) {
    this.#start = start;
    this.#problems = problems;
  }

  tooLong(longest: number): undefined {
    this.#broken(this.#start, 'yaml-size', say.tooLong(longest));
  }

  tree(text: string): Located | undefined {
    try {
      const document = this.#compose(text);
      return document?.contents ? this.#located(document.contents, this.#start) : undefined;
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      this.#broken(this.#placeOf(error.offset), 'yaml-size', say.tooDeep(deepestYaml));
      return undefined;
    }
  }

  /** The first document, and the first thing that is wrong: the others follow from it. */
  #compose(text: string): Document.Parsed | undefined {
    const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' }); // it compares each key with each
    const [document, second] = composer.compose(this.#tokens(text), true, text.length);
    const [error] = document?.errors ?? [];
    if (error) {
      const opened = /clos|end with/.test(error.message) ? openedBefore(document, error.pos[0]) : undefined;
      const message =
        opened !== undefined ? say.notClosed(text.charAt(opened)) : say.wrong(error.code, error.message);
      this.#broken(this.#placeOf(opened ?? error.pos[0]), 'yaml', message);
    } else if (second) {
      this.#broken(this.#placeOf(second.range[0]), 'yaml', say.wrong('MULTIPLE_DOCS', ''));
    }
    return document;
  }

  /** The tokens of the parser, which has a stack of its own; the composer would use the program's. */
  *#tokens(text: string): Generator<CST.Token> {
    const parser = new Parser(this.#lines.addNewLine);
    this.#lines.addNewLine(0);
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length > deepestYaml) throw new TooDeep(parser.offset);
    }
    yield* parser.end();
  }

  #located(node: unknown, fallback: Place): Located {
    const nothing: Located = { type: 'scalar', text: '', empty: true, at: fallback };
    if (isAlias(node)) {
      this.#broken(this.#at(node, fallback), 'alias', say.alias(node.source));
      return nothing;
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return nothing;
    const at = this.#at(node, fallback);
    if (node.tag?.startsWith('!') || (node.tag !== undefined && isScalar(node))) {
      this.#broken(at, 'tag', say.tag());
    }
    if (isMap(node)) return this.#map(node, at);
    if (isSeq(node)) return { type: 'list', items: node.items.map((item) => this.#located(item, at)), at };
    const empty = node.value === null || node.value === undefined;
    return { type: 'scalar', text: this.#text(node, at), empty, at };
  }

  #map(node: YAMLMap, at: Place): Located {
    const entries = new Map<string, Entry>();
    for (const { key, value } of node.items) {
      const keyAt = this.#at(key, at);
      if (!isScalar(key)) {
        this.#broken(keyAt, 'yaml', say.keyIsNoWord());
        continue;
      }
      const name = this.#text(key, keyAt);
      const twin = entries.get(name);
      if (twin) this.#problems.error(keyAt, 'key-twice', say.keyTwice(name, twin.at.line));
      else entries.set(name, { at: keyAt, value: this.#located(value, keyAt) });
    }
    return { type: 'map', entries, at };
  }

  /** What was written: numbers keep their digits, texts lose their quotes. */
  #text({ value, source }: { readonly value: unknown; readonly source?: string }, at: Place): string {
    const text = source ?? String(value ?? '');
    if (/[\0-\x08\x0B-\x1F\x7F-\x9F]/.test(text)) {
      this.#problems.error(at, 'control-character', say.controlCharacter());
    }
    return text;
  }

  #at(node: unknown, fallback: Place): Place {
    const known = isScalar(node) || isCollection(node) || isAlias(node);
    return known && node.range ? this.#placeOf(node.range[0]) : fallback;
  }

  #placeOf(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    const { file, line: firstLine, column: firstColumn } = this.#start;
    const columnsBefore = line <= 1 ? firstColumn - 1 : 0;
    return { file, line: firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) + columnsBefore };
  }

  #broken(at: Place, rule: string, message: string): void {
    this.problem ??= { ...at, rule, severity: 'error', message };
    if (++this.#told <= mostTold) this.#problems.error(at, rule, message);
  }
}

/** Where the innermost quote or bracket was opened that an error at `offset` finds open. */
function openedBefore(node: unknown, offset: number): number | undefined {
  if (isPair(node)) return openedBefore(node.value, offset) ?? openedBefore(node.key, offset);
  if (isScalar(node)) return node.type?.startsWith('QUOTE') ? holds(node.range, offset) : undefined;
  if (isCollection(node)) {
    for (const item of node.items.toReversed()) {
      const opened = openedBefore(item, offset);
      if (opened !== undefined) return opened;
    }
    return node.flow ? holds(node.range, offset) : undefined;
  }
  return typeof node === 'object' && node !== null && 'contents' in node
    ? openedBefore(node.contents, offset)
    : undefined;
}

function holds(range: readonly number[] | null | undefined, offset: number): number | undefined {
  const [from, to] = range ?? [];
  return from !== undefined && to !== undefined && from < offset && to >= offset ? from : undefined;
}
