import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('yaml');

/** What is said of YAML that can't be read, by topologies and courses alike; catalogues are read before a language is chosen. */

const sentences: ReadonlyMap<string, () => string> = new Map(
  Object.entries({
    TAB_AS_INDENT: () => t`A tab stands at the beginning of this line: indent with spaces.`,
    BLOCK_AS_IMPLICIT_KEY: () =>
      t`There is a second ": " in this line: put the text in quotes, such as title: "One: two".`,
    MULTILINE_IMPLICIT_KEY: () =>
      t`This key goes over several lines: is a ":" missing, or the indentation wrong?`,
    BAD_SCALAR_START: () => t`A text cannot begin with this character here: put it in quotes.`,
    MISSING_CHAR: () => t`Something is not closed here: close it, or put the text in quotes.`,
    BAD_INDENT: () => t`This is indented wrongly: line it up with the keys or items beside it.`,
    MULTIPLE_DOCS: () => t`A second document begins here: one file holds one, so take the \`---\` out.`,
  }),
);

export const yamlMessages = {
  /** `code` and `message` are those of the `yaml` package. */
  wrong: (code: string, message: string): string =>
    sentences.get(code)?.() ??
    t`This is not YAML (${excerpt(message.split('\n')[0] ?? '')}): mend it, or put the text in quotes.`,
  notClosed: (opening: string): string =>
    /['"]/.test(opening)
      ? t`The quote that is opened here is not closed: close it.`
      : t`The \`${opening}\` that is opened here is not closed: close it, indent what is in it, or put the text in quotes.`,
  tooLong: (most: number): string => t`This YAML is longer than ${most} characters: cut it down.`,
  tooDeep: (most: number): string =>
    t`This is nested more than ${most} levels deep: close a bracket, or put the text in quotes.`,
  alias: (name: string): string => t`\`*${excerpt(name)}\` repeats another place: write it out here.`,
  tag: (): string => t`A tag (\`!\`) has no meaning here: write the plain value.`,
  controlCharacter: (): string => t`A control character stands in this text: take it out.`,
  keyIsNoWord: (): string => t`A key must be one word.`,
  keyTwice: (key: string, line: number): string =>
    t`\`${excerpt(key)}\` is written twice, first in line ${line}: keep one.`,
};
