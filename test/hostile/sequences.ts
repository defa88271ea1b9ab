/** What terminals send that is no key of ours, as xterm, rxvt, the Linux console, PuTTY and kitty send it. */

const modifiers = ['2', '3', '4', '5', '6', '7', '8', '9', '13', '16', '99'];
const letters = [...'ABCDEFGHIJKLMNPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@`{|}'];
const numbers = [
  2, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34, 42, 99,
];

/** Keys with modifiers, function keys, keys that no parser names. */
export const modifiedKeys: readonly string[] = [
  ...letters
    .filter((letter) => letter !== 'u')
    .flatMap((letter) => [`\x1b[1;5${letter}`, `\x1b[1;6${letter}`, `\x1b[9;${letter}`]),
  ...numbers.flatMap((number) => modifiers.map((modifier) => `\x1b[${number};${modifier}~`)),
  ...numbers.flatMap((number) => ['~', '^', '$', '@'].map((end) => `\x1b[${number}${end}`)),
  ...[...'PQRS'].flatMap((letter) => [`\x1bO${letter}`, `\x1bO5${letter}`, `\x1b[1;2${letter}`]),
  ...[...'abcdqrstuvwxyz'].map((letter) => `\x1bO5${letter}`),
  ...[...'ABCDE'].map((letter) => `\x1b[[${letter}`),
  ...[...'aqzAZ09/?[]'].map((character) => `\x1b${character}`).filter((alt) => !/[[\]]$/.test(alt)),
];

/** What a terminal says of itself, the mouse and its window. */
export const terminalReports: readonly string[] = [
  '\x1b[I',
  '\x1b[O',
  '\x1b[<0;10;5M',
  '\x1b[<0;10;5m',
  '\x1b[M !!',
  '\x1b[M#qq',
  '\x1b[32;10;5M',
  '\x1b[12;40R',
  '\x1b[?1;2c',
  '\x1b[>41;330;0c',
  '\x1b[?2026;2$y',
  '\x1b[?0u',
  '\x1b[8;24;80t',
  '\x1b[0n',
  '\x1b]10;rgb:ffff/ffff/ffff\x07',
  '\x1b]11;rgb:0000/0000/0000\x1b\\',
  '\x1b]52;c;cXVpdA==\x1b\\',
  '\x1bP>|xterm(390)\x1b\\',
  '\x1bP1$r0m\x1b\\',
  '\x1bP1+r544e=787465726d\x1b\\',
  '\x1b_Gi=31;OK\x1b\\',
  '\x1b^quit\x1b\\',
  '\x1bXquit\x1b\\',
];
