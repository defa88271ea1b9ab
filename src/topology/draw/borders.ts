import { cells, longestThatFits } from '../../text/cells.ts';

/**
 * The text on a box's lower border and where it begins: `└─ firewall ──┘`, or `└ fw+collector ┘` where there
 * is no room for more of the line.
 */
export function borderText(
  variants: readonly string[],
  width: number,
  flow: 'columns' | 'stacked',
): { readonly text: string; readonly offset: number } | undefined {
  if (variants.length === 0) return undefined;
  // Where tiers are stacked, the lines to the next tier leave beside the text.
  const text = longestThatFits(variants, flow === 'stacked' ? width - 9 : width - 4, '');
  return { text, offset: cells(text) <= width - 6 ? 3 : 2 };
}
