/** marked-terminal ships no types; this is what is used of it. */
declare module 'marked-terminal' {
  import type { RendererObject } from 'marked';

  type Style = (text: string) => string;

  export interface TableOptions {
    chars?: Record<string, string>;
    style?: Record<string, number | boolean | readonly string[]>;
    colWidths?: number[];
    colAligns?: ('left' | 'center' | 'right')[];
    wordWrap?: boolean;
    truncate?: string;
  }

  export interface TerminalRendererOptions {
    code?: Style;
    blockquote?: Style;
    html?: Style;
    heading?: Style;
    firstHeading?: Style;
    hr?: Style;
    listitem?: Style;
    table?: Style;
    paragraph?: Style;
    strong?: Style;
    em?: Style;
    codespan?: Style;
    del?: Style;
    link?: Style;
    href?: Style;
    text?: Style;
    image?: (href: string, title: string | null, text: string) => string;
    unescape?: boolean;
    emoji?: boolean;
    width?: number;
    showSectionPrefix?: boolean;
    reflowText?: boolean;
    tab?: number;
    tableOptions?: TableOptions;
  }

  /** An extension for `new Marked(...)`. */
  export function markedTerminal(options?: TerminalRendererOptions): {
    renderer: Required<RendererObject<string, string>>;
    useNewRenderer: true;
  };
}
