import { cells, clean, takeCells } from '../../text/cells.ts';
import type { Row, Span, Tone } from '../../text/row.ts';
import type { Id } from '../types.ts';
import type { Drawing, Overlay } from './drawing.ts';
import type { HostText, Model, Part } from './model.ts';
import { users } from './relations.ts';

/** What is written together, if a row can hold it. */
interface Item {
  readonly spans: readonly Span[];
  /** whose name stands here, after so many cells */
  readonly id: Id | undefined;
  readonly column: number;
}

/** A line a host, wrapped: for topologies and windows that boxes don't fit. */
export function drawDense(model: Model, overlay: Overlay | undefined, width: number): Drawing {
  const page = new Page(model, width);
  const entries = model.tiers.relations.filter((relation) => relation.from === users).map(({ to }) => to);
  if (entries.length > 0) {
    const targets = `${model.glyphs.to} ${entries.map((id) => clean(id, model.ascii)).join(', ')}`;
    const figure = overlay ? clean(overlay.users, model.ascii) : '';
    page.put(users, 'strong', undefined, false, [
      text(targets, 'plain'),
      ...(figure ? [text(figure, 'dim')] : []),
    ]);
  }
  for (const host of model.hosts.values()) {
    const chosen = overlay?.chosen === host.id;
    page.put(host.name, chosen ? 'accent' : 'strong', host.id, chosen, itemsOf(model, overlay, host));
  }
  for (const pair of [...(overlay?.cut ?? [])].sort()) {
    const ends = clean(pair, model.ascii).split(' ').join(` ${model.glyphs.cutBetween} `);
    page.put('cut', 'bad', undefined, false, [text(ends, 'bad')]);
  }
  return { rows: page.rows, places: page.places };
}

function text(words: string, tone: Tone): Item {
  return { spans: [{ text: words, tone }], id: undefined, column: 0 };
}

function itemsOf(model: Model, overlay: Overlay | undefined, host: HostText): Item[] {
  const own = overlay?.hosts.get(host.id);
  const about = overlay ? (own ? clean(own.text, model.ascii) : '') : (host.border[0] ?? '');
  const items = host.parts.map((part) => itemOf(model, overlay, part));
  return about === '' ? items : [...items, text(about, own?.tone ?? 'dim')];
}

function itemOf(model: Model, overlay: Overlay | undefined, part: Part): Item {
  const { pointer, to } = model.glyphs;
  if (!overlay) {
    const targets = model.tiers.relations.filter(
      (relation) => relation.from === part.id && relation.carries !== 'reads',
    );
    const names = [...new Set(targets.map((relation) => clean(relation.to, model.ascii)))];
    const what = part.what[0] ?? '';
    const sends = names.length > 0 ? ` ${to} ${names.join(', ')}` : '';
    return {
      id: part.id,
      column: 0,
      spans: [
        { text: `${part.name} `, tone: 'plain' },
        { text: what + sends, tone: 'dim' },
      ],
    };
  }
  const chosen = overlay.chosen === part.id;
  const state = overlay.components.get(part.id);
  const spans: Span[] = [{ text: (chosen ? pointer : '') + part.name, tone: chosen ? 'accent' : 'plain' }];
  if (state?.state) spans.push({ text: ` ${clean(state.state, model.ascii)}`, tone: state.tone });
  if (state?.right) spans.push({ text: ` ${clean(state.right, model.ascii)}`, tone: 'plain' });
  const under = overlay.under.get(part.id) ?? [];
  under.forEach((line, index) => {
    spans.push({ text: `${index === 0 ? ' (' : ', '}${clean(line.label, model.ascii)} `, tone: 'dim' });
    spans.push({ text: clean(line.state, model.ascii), tone: line.tone });
  });
  if (under.length > 0) spans.push({ text: ')', tone: 'dim' });
  return { id: part.id, column: chosen ? cells(pointer) : 0, spans };
}

/** Rows with names at the left and items at the right of them, wrapped. */
class Page {
  readonly rows: Row[] = [];
  readonly places = new Map<Id, { row: number; column: number }>();
  readonly #model: Model;
  readonly #width: number;
  readonly #indent: number;

  constructor(model: Model, width: number) {
    this.#model = model;
    this.#width = width;
    const longest = Math.max(5, ...[...model.hosts.values()].map((host) => cells(host.name)));
    this.#indent = Math.min(longest + 3, Math.floor(width / 3));
  }

  put(name: string, tone: Tone, id: Id | undefined, chosen: boolean, items: readonly Item[]): void {
    const line = new Line(this.rows, this.#width, this.#indent);
    if (id !== undefined) this.places.set(id, { row: this.rows.length, column: 1 });
    line.add(chosen ? this.#model.glyphs.pointer : ' ', 'accent');
    line.add(name, tone);
    if (line.at >= this.#indent && items.length > 0) line.next();
    else line.pad();
    items.forEach((item, index) => {
      const length = item.spans.reduce((sum, span) => sum + cells(span.text), 0);
      if (index > 0) {
        if (line.at + 3 + length <= this.#width) line.add(' | ', 'dim');
        else line.next();
      }
      if (item.id !== undefined && !this.places.has(item.id)) {
        this.places.set(item.id, { row: this.rows.length, column: line.at + item.column });
      }
      for (const span of item.spans) line.words(span.text, span.tone);
    });
    line.next();
  }
}

/** One row being written; `rows` gets it when it is full. */
class Line {
  readonly #rows: Row[];
  readonly #width: number;
  readonly #indent: number;
  #spans: Span[] = [];
  at = 0;

  constructor(rows: Row[], width: number, indent: number) {
    this.#rows = rows;
    this.#width = width;
    this.#indent = indent;
  }

  pad(): void {
    if (this.at < this.#indent) this.add(' '.repeat(this.#indent - this.at), 'plain');
  }

  next(): void {
    if (this.#spans.some((span) => span.text.trim() !== '')) this.#rows.push(this.#spans);
    this.#spans = [];
    this.at = 0;
    this.pad();
  }

  /** Adds a text with its own blanks, broken between words where it must be. */
  words(phrase: string, tone: Tone): void {
    for (const word of phrase.match(/ *[^ ]+/g) ?? []) {
      const full = this.at + cells(word) > this.#width;
      if (full && this.at > this.#indent) {
        this.next();
        this.add(word.trimStart(), tone);
      } else this.add(word, tone);
    }
    if (phrase.endsWith(' ') && this.at < this.#width) this.add(' ', tone);
  }

  /** Adds a text as it is; what the row can't hold goes on in the next. */
  add(whole: string, tone: Tone): void {
    let rest = whole;
    while (rest !== '') {
      const part = takeCells(rest, this.#width - this.at);
      if (part === '') {
        this.next();
        continue;
      }
      this.#spans.push({ text: part, tone });
      this.at += cells(part);
      rest = rest.slice(part.length);
    }
  }
}
