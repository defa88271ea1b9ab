import { importWords as say } from '../../messages/import.ts';
import { markdownOfHtml } from './html-text.ts';
import { markdownOf } from './markdown-text.ts';

/** A text with the format that stands before it, or before its question; `moodle` is text with HTML in it. */
interface GiftText {
  readonly format: 'moodle' | 'html' | 'markdown' | 'plain';
  readonly text: string;
}

/** The same as markdown. */
export function readGiftText({ format, text }: GiftText, note: (says: string) => void): string {
  if (format === 'markdown') return text.trim();
  if (format === 'plain') return markdownOf(text);
  const { markdown, dropped } = markdownOfHtml(text);
  if (dropped.length > 0) note(say.tags(dropped));
  return markdown;
}
