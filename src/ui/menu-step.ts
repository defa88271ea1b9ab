/** What a key does to a menu that lies over a screen. */
export type MenuStep =
  | { readonly do: 'close' }
  | { readonly do: 'choose'; readonly index: number }
  /** the number of a choice is typed as far as this */
  | { readonly do: 'type'; readonly number: string };

/**
 * Esc and numbers; everything else is ink-select-input's (undefined).
 *
 * @param count of choices
 * @param number as far as it is typed; it is taken as soon as no longer one is possible
 */
export function menuStep(count: number, number: string, key: string): MenuStep | undefined {
  if (key === 'escape') return { do: 'close' };
  if (/^\d$/.test(key)) return addDigit(Number(number + key), count);
  if (number === '') return undefined;
  return key === 'enter' ? { do: 'choose', index: Number(number) - 1 } : { do: 'type', number: '' };
}

function addDigit(number: number, count: number): MenuStep | undefined {
  if (number < 1 || number > count) return undefined;
  return number * 10 > count ? { do: 'choose', index: number - 1 } : { do: 'type', number: String(number) };
}
