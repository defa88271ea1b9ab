/** From lines with escape sequences to rows of spans; the sequences are those of `toned`. */
import type { Row, Span, Tone } from '../text/row.ts';

const SGR = /\x1b\[(\d+)m/;
const COLOURS: Readonly<Record<string, Tone>> = { 31: 'bad', 32: 'good', 33: 'warn', 36: 'accent' };

interface Style {
  strong: boolean;
  dim: boolean;
  colour: Tone | undefined;
}

/** Reads styled text, line by line. A style that is still on goes on in the next line. */
export function rowsOf(text: string): readonly Row[] {
  const style: Style = { strong: false, dim: false, colour: undefined };
  return text.split('\n').map((line) => rowOf(line, style));
}

function rowOf(line: string, style: Style): Row {
  const spans: Span[] = [];
  // text stands at even places, the codes between them
  for (const [index, part] of line.split(SGR).entries()) {
    if (index % 2 === 1) change(style, part);
    else if (part !== '') spans.push({ text: part, tone: toneOf(style) });
  }
  return spans;
}

function change(style: Style, code: string): void {
  if (code === '1') style.strong = true;
  else if (code === '2') style.dim = true;
  else if (code === '22' || code === '0') {
    style.strong = false;
    style.dim = false;
  }
  if (code === '39' || code === '0') style.colour = undefined;
  style.colour = COLOURS[code] ?? style.colour;
}

function toneOf({ strong, dim, colour }: Style): Tone {
  if (colour !== undefined) return colour;
  if (strong) return 'strong';
  return dim ? 'dim' : 'plain';
}
