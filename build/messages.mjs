// What the program says: the English sentences of its sources, and the catalogues of the other languages as the program
// reads them. A sentence is what stands after the tag of its file, const t = messagesOf('SECTION').
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

/**
 * Every sentence, by section: its key in the catalogues, and what stands in its slots.
 *
 * @returns {Promise<Record<string, { key: string, slots: string[] }[]>>}
 */
export async function sentencesOf(root) {
  const paths = readdirSync(join(root, 'src'), { recursive: true })
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
  const sections = {};
  for (const path of paths) {
    const source = readFileSync(join(root, 'src', path), 'utf8');
    const section = /const t = messagesOf\('([^']+)'\)/.exec(source)?.[1];
    if (section === undefined) continue;
    // without types
    const { code } = await esbuild.transform(source, {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      charset: 'utf8',
    });
    sections[section] ??= [];
    const known = sections[section];
    for (const sentence of new Scanner(code).sentences()) {
      if (known.every(({ key }) => key !== sentence.key)) known.push(sentence);
    }
  }
  return sections;
}

/** Finds tagged templates in JavaScript: those of a template's slots after the template itself. */
class Scanner {
  #code;
  #at = 0;
  #found = [];

  constructor(code) {
    this.#code = code;
  }

  sentences() {
    this.#expression(() => false);
    return this.#found;
  }

  /** Goes on until a closing sign that wasn't opened here. */
  #expression(ends) {
    let depth = 0;
    while (this.#at < this.#code.length) {
      const sign = this.#code[this.#at];
      if (depth === 0 && ends(sign)) return;
      if (sign === '"' || sign === "'") this.#string(sign);
      else if (this.#code.startsWith('//', this.#at)) this.#skipTo('\n');
      else if (this.#code.startsWith('/*', this.#at)) this.#skipTo('*/');
      else if (sign === '/' && this.#beginsRegex()) this.#regex();
      else if (sign === '`') this.#template(false);
      else if (this.#isTag()) this.#tagged();
      else {
        if ('([{'.includes(sign)) depth++;
        if (')]}'.includes(sign)) depth--;
        this.#at++;
      }
    }
  }

  #isTag() {
    return (
      /^t(?:`|\.plural\(|\.counted\()/.test(this.#code.slice(this.#at, this.#at + 12)) &&
      !/[\w$.]/.test(this.#code[this.#at - 1] ?? '')
    );
  }

  #tagged() {
    this.#at++;
    if (this.#code[this.#at] === '`') return this.#template(true);
    const isPlural = this.#code.startsWith('.plural(', this.#at);
    this.#at = this.#code.indexOf('(', this.#at) + 1;
    const begin = this.#at;
    this.#expression((sign) => sign === ')');
    const given = this.#code.slice(begin, this.#at);
    this.#at++;
    if (isPlural) {
      while (/\s/.test(this.#code[this.#at])) this.#at++;
      return this.#template(true);
    }
    const [one, many = `${one}s`] = [...given.matchAll(/,\s*("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
      JSON.parse(text),
    );
    if (one === undefined) throw new Error(`t.counted(${given}): its words must stand there themselves`);
    this.#found.push({ key: `{0} {${one}|${many}}`, slots: [given.slice(0, given.indexOf(','))] });
  }

  #template(isTagged) {
    const sentence = { key: '', slots: [] };
    if (isTagged) this.#found.push(sentence);
    this.#at++;
    let written = '';
    const add = () => {
      sentence.key += written.replace(/\\(.)/gs, (_, sign) => (sign === 'n' ? '\n' : sign));
      written = '';
    };
    while (this.#code[this.#at] !== '`') {
      if (this.#code.startsWith('${', this.#at)) {
        add();
        this.#at += 2;
        const begin = this.#at;
        this.#expression((sign) => sign === '}');
        const slot = this.#code.slice(begin, this.#at).trim();
        const pair = /^\[("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*")\]$/.exec(slot);
        if (pair !== null) sentence.key += `{${JSON.parse(pair[1])}|${JSON.parse(pair[2])}}`;
        else sentence.key += `{${sentence.slots.push(slot) - 1}}`;
        this.#at++;
      } else {
        const length = this.#code[this.#at] === '\\' ? 2 : 1;
        written += this.#code.slice(this.#at, this.#at + length);
        this.#at += length;
      }
    }
    add();
    this.#at++;
  }

  #skipTo(end) {
    const at = this.#code.indexOf(end, this.#at + 2);
    this.#at = at < 0 ? this.#code.length : at + end.length;
  }

  #string(quote) {
    this.#at++;
    while (this.#code[this.#at] !== quote) this.#at += this.#code[this.#at] === '\\' ? 2 : 1;
    this.#at++;
  }

  /** A division has a value before it. */
  #beginsRegex() {
    return /(?:^|[(,=:[!&|?{};]|return|=>)\s*$/.test(this.#code.slice(Math.max(0, this.#at - 12), this.#at));
  }

  #regex() {
    let inClass = false;
    this.#at++;
    while (this.#code[this.#at] !== '/' || inClass) {
      if (this.#code[this.#at] === '[') inClass = true;
      if (this.#code[this.#at] === ']') inClass = false;
      this.#at += this.#code[this.#at] === '\\' ? 2 : 1;
    }
    this.#at++;
  }
}

/** The catalogues of the folder `locales` as the program reads them: it has no time for YAML at its start. */
export async function catalogues(root) {
  const { parse } = await import('yaml');
  const folder = join(root, 'locales');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => {
    const { hint = [], messages = {} } = parse(readFileSync(join(folder, name), 'utf8')) ?? {};
    const said = ([, text]) => text !== null && text !== '' && text?.other !== '';
    const sections = Object.entries(messages).map(([section, entries]) => [
      section,
      Object.fromEntries(Object.entries(entries ?? {}).filter(said)),
    ]);
    const text = JSON.stringify({ hints: [hint].flat(), messages: Object.fromEntries(sections) });
    return { name: name.replace(/\.yaml$/, '.json'), text };
  });
}
