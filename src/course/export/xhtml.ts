/** Markdown as the part of XHTML that QTI has (IMS QTI 2.1, Information Model, "XHTML Elements"). */
import type { Token, Tokens } from 'marked';
import { entitiesResolved } from '../../markdown/html.ts';
import { tokensOf } from '../../markdown/read.ts';
import { xmlText } from './xml-text.ts';

/** Blocks; a text that says nothing is an empty paragraph. Tags that the author wrote are shown, not obeyed. */
export function xhtml(markdown: string): string {
  return blocks(tokensOf(markdown)) || '<p/>';
}

function blocks(tokens: readonly Token[]): string {
  return tokens.map(block).join('');
}

function block(token: Token): string {
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'code':
      return `<pre><code>${xmlText((token as Tokens.Code).text)}</code></pre>`;
    case 'heading':
      return `<p><strong>${within(token)}</strong></p>`;
    case 'hr':
      return '<hr/>';
    case 'blockquote':
      return `<blockquote>${blocks((token as Tokens.Blockquote).tokens) || '<p/>'}</blockquote>`;
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'html':
      return `<p>${xmlText(token.raw.trim())}</p>`;
    default:
      return `<p>${within(token)}</p>`;
  }
}

function list({ ordered, items }: Tokens.List): string {
  const name = ordered ? 'ol' : 'ul';
  const all = items.map(({ tokens }) => `<li>${tokens.map(inItem).join('')}</li>`);
  return `<${name}>${all.join('')}</${name}>`;
}

/** The items of a tight list are no paragraphs; a box to tick is a sign. */
function inItem(token: Token): string {
  return ['text', 'checkbox'].includes(token.type) ? within(token) : block(token);
}

function table({ header, rows }: Tokens.Table): string {
  const row = (cells: readonly Tokens.TableCell[], name: string): string =>
    `<tr>${cells.map((cell) => `<${name}>${inline(cell.tokens)}</${name}>`).join('')}</tr>`;
  const body = rows.map((cells) => row(cells, 'td')).join('');
  return `<table><thead>${row(header, 'th')}</thead><tbody>${body || row(header, 'td')}</tbody></table>`;
}

function inline(tokens: readonly Token[]): string {
  return tokens.map(span).join('');
}

function span(token: Token): string {
  switch (token.type) {
    case 'strong':
      return `<strong>${within(token)}</strong>`;
    case 'em':
      return `<em>${within(token)}</em>`;
    case 'codespan':
      return `<code>${xmlText((token as Tokens.Codespan).text)}</code>`;
    case 'link':
      return link(token as Tokens.Link);
    case 'br':
      return '<br/>';
    case 'checkbox':
      return '';
    case 'html':
      return xmlText(token.raw);
    default:
      return within(token);
  }
}

/** The course's own files aren't there, and nothing but a page of the web is opened. */
function link(token: Tokens.Link): string {
  const text = within(token);
  return /^https?:/i.test(token.href) ? `<a href="${xmlText(token.href)}">${text}</a>` : text;
}

/** What stands inside of a token; of an image that is its words. */
function within(token: Token): string {
  if ('tokens' in token && token.tokens !== undefined) return inline(token.tokens);
  return xmlText(entitiesResolved('text' in token ? String(token.text) : token.raw));
}
