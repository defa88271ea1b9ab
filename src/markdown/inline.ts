/**
 * What stands inside a block, as spans: emphasis, code, links. marked-terminal writes it; the styles that it is given
 * put marks around a text instead of escape sequences, and the marks become the tones of spans.
 *
 * Two of its renderers are replaced: `codespan` writes `*#COLON|*` for every colon, which only its own paragraphs turn
 * back, and `link` asks the process whether its terminal knows OSC 8 and then writes any address into one.
 */
import { Marked, Parser, type RendererObject, type Token } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { plain } from '../text/plain-text.ts';
import type { Row, Span, Tone } from '../text/row.ts';
import { entitiesResolved, withoutTags } from './html.ts';

/** `plain` takes both out of every text, so that no author can write one. */
const OPEN = '\x02';
const CLOSE = '\x03';
const TONES: readonly Tone[] = ['plain', 'strong', 'dim', 'accent', 'good', 'bad', 'warn'];

function as(tone: Tone): (text: string) => string {
  const open = OPEN + TONES.indexOf(tone);
  return (text) => open + text + CLOSE;
}

const code = as('accent');
const faint = as('dim');

const renderer: RendererObject<string, string> = {
  codespan: ({ text }) => code(onOneLine(plain(text))),
  link({ href, tokens }) {
    const text = this.parser.parseInline(tokens);
    const address = plain(href);
    return isNews(address, text) ? `${text} (${address})` : text;
  },
};

const terminal = new Marked(
  markedTerminal({
    strong: as('strong'),
    em: as('strong'),
    del: as('dim'),
    // a source's line ends are no line ends; marked leaves the names of entities as they are
    text: (text) => entitiesResolved(onOneLine(plain(text))),
    html: (tag) => withoutTags(plain(tag)),
    image: (_href, _title, text) => plain(text),
  }),
  { renderer, extensions: [{ name: 'footnote', renderer: ({ text }) => faint(plain(text)) }] },
);

/** Inline tokens as spans. A `\n` in a span is a line break that the author wrote. */
export function inlineSpans(tokens: readonly Token[]): Row {
  const shown = tokens.filter(({ type }) => type !== 'checkbox');
  return spansOf(Parser.parseInline([...shown], terminal.defaults));
}

/** Whether an address says more than its text: one that leads nowhere from here, or is written out, does not. */
function isNews(href: string, text: string): boolean {
  if (!/^https?:\/\/[!-~]+$/.test(href)) return false;
  return withoutScheme(href) !== withoutScheme(text);
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

function onOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, index) => (index === 0 ? line.trimEnd() : index === last ? line.trimStart() : line.trim()))
    .join(' ');
}

/** Text with marks as spans; the innermost tone holds. */
function spansOf(marked: string): Row {
  const spans: Span[] = [];
  const tones: Tone[] = ['plain'];
  let text = '';
  const end = (): void => {
    if (text !== '') spans.push({ text, tone: tones.at(-1) ?? 'plain' });
    text = '';
  };
  for (let at = 0; at < marked.length; at++) {
    const character = marked.charAt(at);
    if (character === OPEN) {
      end();
      tones.push(TONES[Number(marked.charAt(++at))] ?? 'plain');
    } else if (character === CLOSE) {
      end();
      tones.pop();
    } else text += character;
  }
  end();
  return spans;
}
