/** Signs that mean something to markdown wherever they stand; `_` only at the edge of a word, `&` before a name. */
const inline =
  /[\\`*[~]|<(?=[a-z/!?])|(?<![\p{L}\p{N}_])_(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_(?![\p{L}\p{N}_])|&(?=#?\w+;)/giu;
/** What makes something else than a paragraph of a line that begins with it. */
const atLineStart = /^(?:#{1,6}(?= |$)|>|[-+](?=\s|$)|=+$|-+$|_{3,}$|\|)/;
const numbered = /^(\d{1,9})([.)])(?=\s|$)/;

/** Plain text as markdown that shows just that. */
export function markdownOf(text: string): string {
  return text.split('\n').map(lineOf).join('\n').trim();
}

/** Words inside of a line: what begins a line is let alone. */
export function inlineMarkdownOf(text: string): string {
  return text.replace(inline, (sign) => `\\${sign}`);
}

function lineOf(line: string): string {
  return inlineMarkdownOf(line.trim())
    .replace(atLineStart, (signs) => `\\${signs}`)
    .replace(numbered, '$1\\$2');
}
