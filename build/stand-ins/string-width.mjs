// Stands in for string-width in the bundle, where Ink asks it for the width of every cell of every frame: text of
// ASCII, box drawing and the other marks of our screens is as wide as it is long, colours have no width. The library
// measures the rest. Its tables are slow to build, so it is only made when it is first needed:
// esbuild turns the `require` of a module into that.
let library;

function measured(text, options) {
  library ??= require('../../node_modules/string-width/index.js').default;
  return library(text, options);
}

const ESCAPE = 0x1b;

/** Code units that are one column wide whatever follows, unless what follows is itself not one of them. */
function isNarrow(unit) {
  return (
    (unit >= 0x20 && unit <= 0x7e) || // ASCII
    unit === 0xb7 || // middle dot
    (unit >= 0x2190 && unit <= 0x2193) || // arrows
    (unit >= 0x2500 && unit <= 0x25a9) || // box drawing, blocks
    (unit >= 0x25b0 && unit <= 0x25bf) || // triangles, bars
    unit === 0x25d0 || // half circle
    unit === 0x2713 || // check mark
    unit === 0x2717 // ballot x
  );
}

/** Where the colour sequence that begins at `at` ends (ESC [ digits and semicolons m); -1 when it is none. */
function endOfColour(text, at) {
  if (text.charCodeAt(at + 1) !== 0x5b) return -1;
  for (let i = at + 2; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x6d) return i;
    if (unit !== 0x3b && (unit < 0x30 || unit > 0x39)) return -1;
  }
  return -1;
}

export default function stringWidth(text, options) {
  if (typeof text !== 'string' || options !== undefined) return measured(text, options);
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isNarrow(unit)) {
      width++;
    } else {
      i = unit === ESCAPE ? endOfColour(text, i) : -1;
      if (i === -1) return measured(text, options);
    }
  }
  return width;
}
