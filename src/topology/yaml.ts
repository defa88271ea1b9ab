import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { words } from '../messages/topology.ts';
import type { Entry, Located } from '../text/located.ts';
import type { Place, Problems } from '../text/problem.ts';

/** Larger or deeper YAML than any person writes is refused before it is parsed: the parser itself can't take it. */
const mostCharacters = 200_000;
const mostLines = 5_000;
const longestLine = 2_000;
const deepest = 40;

/** Moves a place of the parsed text to where it stands for the reader, e.g. inside `--set lb-1.retries=2`. */
export interface Origin {
  readonly file: string;
  /** added to the columns of the first line */
  readonly column: number;
}

/** One YAML document as a located tree; undefined when it can't be read, with the reason in `problems`. */
export function parseYaml(text: string, origin: Origin, problems: Problems): Located | undefined {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return {
      file: origin.file,
      line: Math.max(line, 1),
      column: Math.max(col, 1) + (line <= 1 ? origin.column : 0),
    };
  };
  const tooMuch = excess(text, origin);
  if (tooMuch !== undefined) {
    problems.error(tooMuch.at, 'too-large', tooMuch.message);
    return undefined;
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    uniqueKeys: false, // compares each key with each: told below instead
  });
  const [error] = document.errors; // those after the first follow from it
  if (error !== undefined) {
    problems.error(placeOf(error.pos[0]), 'yaml', words.yaml(error.code, error.message));
    return undefined;
  }
  const start: Place = { file: origin.file, line: 1, column: 1 + origin.column };
  const converter = new Converter(placeOf, problems);
  const root = converter.located(document.contents, start);
  return converter.readable ? root : undefined;
}

class Converter {
  readonly #placeOf: (offset: number) => Place;
  readonly #problems: Problems;
  /** false when something had no meaning, so that all that follows from it would be noise */
  readable = true;

  constructor(placeOf: (offset: number) => Place, problems: Problems) {
    this.#placeOf = placeOf;
    this.#problems = problems;
  }

  located(node: unknown, fallback: Place): Located {
    const nothing: Located = { type: 'scalar', text: '', empty: true, at: fallback };
    if (isAlias(node)) {
      this.#problems.error(this.#at(node, fallback), 'alias', words.alias(node.source));
      this.readable = false;
      return nothing;
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return nothing;
    const at = this.#at(node, fallback);
    if (node.tag?.startsWith('!') || (node.tag !== undefined && isScalar(node))) {
      this.#problems.error(at, 'tag', words.tag());
      this.readable = false;
    }
    if (isMap(node)) return this.#map(node, at);
    if (isSeq(node)) return { type: 'list', items: node.items.map((item) => this.located(item, at)), at };
    const text = node.source ?? String(node.value ?? '');
    if (hasControls(text)) this.#problems.error(at, 'control-character', words.controlCharacter());
    return { type: 'scalar', text, empty: node.value === null, at };
  }

  #map(node: YAMLMap, at: Place): Located {
    const entries = new Map<string, Entry>();
    for (const { key, value } of node.items) {
      const keyAt = this.#at(key, at);
      if (!isScalar(key)) {
        this.#problems.error(keyAt, 'yaml', words.keyIsNoWord());
        continue;
      }
      const name = key.source ?? String(key.value ?? '');
      if (hasControls(name)) this.#problems.error(keyAt, 'control-character', words.controlCharacter());
      const twin = entries.get(name);
      if (twin !== undefined)
        this.#problems.error(keyAt, 'duplicate', words.duplicateKey(name, twin.at.line));
      entries.set(name, { at: keyAt, value: this.located(value, keyAt) });
    }
    return { type: 'map', entries, at };
  }

  #at(node: unknown, fallback: Place): Place {
    const known = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
    return known && node.range ? this.#placeOf(node.range[0]) : fallback;
  }
}

/** Anything that could move a terminal's cursor or change its colours. */
function hasControls(text: string): boolean {
  return /[\u0000-\u001f\u007f-\u009f]/.test(text);
}

function excess(text: string, origin: Origin): { at: Place; message: string } | undefined {
  const at = (line: number): Place => ({ file: origin.file, line, column: 1 });
  if (text.length > mostCharacters) return { at: at(1), message: words.tooLong(mostCharacters) };
  const written = text.split('\n');
  if (written.length > mostLines) return { at: at(mostLines), message: words.tooManyLines(mostLines) };
  let brackets = 0;
  for (const [index, line] of written.entries()) {
    if (line.length > longestLine) return { at: at(index + 1), message: words.lineTooLong(longestLine) };
    for (const character of line) {
      if (character === '[' || character === '{') brackets++;
      else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    }
    const indent = line.search(/[^\s?:-]/);
    const depth = Math.max(brackets, (indent < 0 ? line.length : indent) / 4);
    if (depth > deepest) return { at: at(index + 1), message: words.tooDeep() };
  }
  return undefined;
}
