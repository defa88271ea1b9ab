import { inlineMarkdownOf, markdownOf } from './markdown-text.ts';

export interface MarkdownOfHtml {
  readonly markdown: string;
  /** names of the tags that have no counterpart, each once; their text stays */
  readonly dropped: readonly string[];
}

const tag = /<!--[^<>]*>|<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi;
const marks = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
]);
const blocks = new Set(['p', 'div']);
const code = new Set(['code', 'tt', 'pre']);

/** HTML as teachers write it into a question, as markdown: paragraphs, emphasis, code. */
export function markdownOfHtml(html: string): MarkdownOfHtml {
  if (!/[<&]/.test(html)) return { markdown: markdownOf(html), dropped: [] };
  const dropped = new Set<string>();
  const written = new Written();
  let end = 0;
  for (const match of html.matchAll(tag)) {
    const [all, slash, spelt = ''] = match;
    written.text(html.slice(end, match.index));
    end = match.index + all.length;
    const name = spelt.toLowerCase();
    if (!written.tag(name, slash === '/') && name !== '') dropped.add(name);
  }
  written.text(html.slice(end));
  return { markdown: written.markdown, dropped: [...dropped] };
}

class Written {
  #markdown = '';
  /** the tag whose text is being gathered as it stands */
  #code: string | undefined;
  #gathered = '';

  get markdown(): string {
    this.#close();
    return this.#markdown
      .replace(/\n{3,}/g, '\n\n')
      .replace(/(?:\\\n|\s)+$/, '')
      .trim();
  }

  text(html: string): void {
    const text = decoded(html);
    if (this.#code !== undefined) this.#gathered += text;
    else if (/(?:^|\n)$/.test(this.#markdown))
      this.#markdown += markdownOf(text) + (/\s$/.test(text) ? ' ' : '');
    else this.#markdown += inlineMarkdownOf(text);
  }

  /** false: there is nothing like it in markdown */
  tag(name: string, closes: boolean): boolean {
    if (this.#code !== undefined) {
      if (closes && name === this.#code) this.#close();
      return true;
    }
    if (code.has(name)) this.#code = closes ? undefined : name;
    else if (name === 'br') this.#markdown += '\\\n';
    else if (blocks.has(name)) this.#markdown += '\n\n';
    else if (marks.has(name)) this.#markdown += marks.get(name);
    else return false;
    return true;
  }

  #close(): void {
    const [name, text] = [this.#code, this.#gathered];
    this.#code = undefined;
    this.#gathered = '';
    if (name === undefined || text.trim() === '') return;
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    if (name === 'pre') {
      const fence = '`'.repeat(Math.max(3, longest + 1));
      this.#markdown += `\n\n${fence}\n${text.replace(/^\n|\n$/g, '')}\n${fence}\n\n`;
    } else {
      const ticks = '`'.repeat(longest + 1);
      const space = longest > 0 ? ' ' : '';
      this.#markdown += `${ticks}${space}${text.replace(/\s+/g, ' ')}${space}${ticks}`;
    }
  }
}

const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** Characters that were written by name or number. */
function decoded(html: string): string {
  return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return named.get(String(name).toLowerCase()) ?? all;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}
