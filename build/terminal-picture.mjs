// A terminal's screen as SVG: what a person sees, in colour, whatever font draws it.

const CELL = { width: 9.03, height: 19 };
const PADDING = 14;
const BACKGROUND = '#16181d';
const FOREGROUND = '#d6d9e0';
/** the 16 colours of the palette that the program uses */
// biome-ignore format: a table
const PALETTE = [
  '#2a2d35', '#e0626c', '#8fc379', '#e3bf73', '#61a8ea', '#c47fd9', '#57b6c2', '#c8ccd4',
  '#6b7280', '#f08089', '#a5d68c', '#f2d08a', '#82bdf5', '#d79be8', '#74cdd8', '#ffffff',
];

const escaped = (text) =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]);

/** The look of one cell; cells side by side that look alike become one piece of text. */
function lookOf(cell) {
  const colour = cell.isFgDefault() ? FOREGROUND : (PALETTE[cell.getFgColor()] ?? FOREGROUND);
  return [`fill="${colour}"`, cell.isBold() ? 'font-weight="bold"' : '', cell.isDim() ? 'opacity="0.55"' : '']
    .filter((attribute) => attribute !== '')
    .join(' ');
}

/** One screen's text, row by row. */
function textOf(terminal) {
  const { active } = terminal.buffer;
  const cell = active.getNullCell();
  const texts = [];
  for (let row = 0; row < terminal.rows; row++) {
    const line = active.getLine(active.viewportY + row);
    let piece;
    const finish = () => {
      if (piece === undefined || piece.text.trim() === '') return;
      const x = (PADDING + piece.column * CELL.width).toFixed(1);
      const y = PADDING + row * CELL.height + 14.5;
      // the length keeps columns in line in every font
      const length = (piece.columns * CELL.width).toFixed(1);
      texts.push(
        `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" ${piece.look}>${escaped(piece.text)}</text>`,
      );
    };
    for (let column = 0; column < terminal.cols; column++) {
      line?.getCell(column, cell);
      if (cell.getWidth() === 0) continue;
      const look = lookOf(cell);
      const text = cell.getChars() || ' ';
      if (piece?.look === look && (text !== ' ' || piece.text !== '')) {
        piece.text += text;
        piece.columns += cell.getWidth();
      } else {
        finish();
        piece = { look, text, column, columns: cell.getWidth() };
      }
    }
    finish();
  }
  return texts.join('\n');
}

/** What is on the screen now. */
export function pictureOf(terminal) {
  return { columns: terminal.cols, rows: terminal.rows, text: textOf(terminal) };
}

/** Pictures of one size as one SVG: a still one, or each for some seconds, over and over. */
export function svgOf(title, pictures, secondsEach = 4) {
  const [{ columns, rows }] = pictures;
  const width = Math.ceil(PADDING * 2 + columns * CELL.width);
  const height = PADDING * 2 + rows * CELL.height;
  const whole = pictures.length * secondsEach;
  const share = (100 / pictures.length).toFixed(3);
  const animation =
    pictures.length === 1
      ? ''
      : `<style>g{visibility:hidden;animation:show ${whole}s step-end infinite}@keyframes show{0%{visibility:visible}${share}%{visibility:hidden}}</style>\n`;
  const groups = pictures.map(({ text }, index) => {
    const delay = pictures.length === 1 ? '' : ` style="animation-delay:${index * secondsEach}s"`;
    return `<g${delay}>\n${text}\n</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15">`,
    `<title>${escaped(title)}</title>`,
    `${animation}<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    ...groups,
    '</svg>\n',
  ].join('\n');
}
