/** HTML in markdown: its tags are not shown, its text is. */

/** Tags that begin or end a line; the others stand inside of one. */
const BLOCK =
  /^<\/?(?:br|p|div|section|details|summary|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|blockquote|pre|figure|hr)\b/i;
const LONGEST = '</blockquote>'.length;

/**
 * The text of some HTML, read once from left to right. Comments are for authors and are left out; one that is never
 * closed would hide all that follows, so it is shown.
 */
export function withoutTags(html: string): string {
  const lastTag = html.lastIndexOf('>');
  const lastComment = html.lastIndexOf('-->');
  let text = '';
  let at = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    text += html.slice(at, open);
    const isComment = html.startsWith('<!--', open);
    const isTag = !isComment && /[a-z/!?]/i.test(html.charAt(open + 1));
    if ((isComment && lastComment > open) || (isTag && lastTag > open)) {
      const close = isComment ? '-->' : '>';
      at = html.indexOf(close, open + 1) + close.length;
      if (BLOCK.test(html.slice(open, open + LONGEST))) text += '\n';
    } else {
      text += '<';
      at = open + 1;
    }
  }
  return text + html.slice(at);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** The entities with names; marked's lexer has resolved those with numbers. */
export function entitiesResolved(text: string): string {
  return text.replace(/&([a-z]{2,4});/g, (entity, name: string) => ENTITIES.get(name) ?? entity);
}
