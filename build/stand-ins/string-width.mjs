// Stands in for string-width in the bundle, where Ink asks it for the width of every cell of every frame: text of
// ASCII, box drawing and the other marks of our screens is as wide as it is long. The library measures the rest.
import measured from '../../node_modules/string-width/index.js';

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

export default function stringWidth(text, options) {
  if (typeof text !== 'string') return measured(text, options);
  for (let i = 0; i < text.length; i++) {
    if (!isNarrow(text.charCodeAt(i))) return measured(text, options);
  }
  return text.length;
}
