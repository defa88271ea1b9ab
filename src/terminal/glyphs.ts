/** The signs that the screens are drawn with; each stands beside a word and never alone for a state. */
export interface Glyphs {
  readonly done: string;
  readonly wrong: string;
  readonly partly: string;
  readonly open: string;
  readonly pointer: string;
  readonly play: string;
  readonly rule: string;
  readonly barFull: string;
  readonly barEmpty: string;
  readonly upDown: string;
  readonly left: string;
  readonly right: string;
  readonly more: string;
  readonly checked: string;
  readonly unchecked: string;
  readonly quoteBar: string;
  readonly bullet: string;
  /** between the parts of a title */
  readonly crumb: string;
  readonly star: string;
  readonly noStar: string;
  readonly ellipsis: string;
  /** what is shown is not what is true */
  readonly differs: string;
  /** requests on their way */
  readonly dots: {
    readonly answered: string;
    /** its answer, on the way back */
    readonly back: string;
    readonly failed: string;
    readonly open: string;
    readonly hostile: string;
  };
}

export const UNICODE: Glyphs = {
  done: '✓',
  wrong: '✗',
  partly: '◐',
  open: '·',
  pointer: '▸',
  play: '▶',
  rule: '─',
  barFull: '▰',
  barEmpty: '▱',
  upDown: '↑↓',
  left: '←',
  right: '→',
  more: '↓',
  checked: '[✓]',
  unchecked: '[ ]',
  quoteBar: '│',
  bullet: '•',
  crumb: '›',
  star: '★',
  noStar: '☆',
  ellipsis: '…',
  differs: '≠',
  dots: { answered: '●', back: '•', failed: '✗', open: '○', hostile: '»' },
};

export const ASCII: Glyphs = {
  done: 'ok',
  wrong: 'x',
  partly: '~',
  open: '.',
  pointer: '>',
  play: '>',
  rule: '-',
  barFull: '#',
  barEmpty: '-',
  upDown: 'up/down',
  left: 'left',
  right: 'right',
  more: 'v',
  checked: '[x]',
  unchecked: '[ ]',
  quoteBar: '|',
  bullet: '-',
  crumb: '>',
  star: '*',
  noStar: '-',
  ellipsis: '...',
  differs: '!',
  dots: { answered: 'o', back: ',', failed: 'x', open: '?', hostile: '*' },
};

/** The glyphs of a terminal. */
export function glyphsOf(ascii: boolean): Glyphs {
  return ascii ? ASCII : UNICODE;
}
