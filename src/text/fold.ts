/** Sentences for an output that is not laid out: no tones, no wide characters counted. */

/** Breaks a sentence at its spaces. */
export function fold(sentence: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** What is said on stderr: broken at spaces on a terminal, whole in a file or a pipe, where it is searched. */
export function toldOn({ isTTY, columns }: { isTTY?: boolean; columns?: number }, text: string): string {
  if (isTTY !== true || columns === undefined) return `${text}\n`;
  return `${text
    .split('\n')
    .flatMap((line) => fold(line, columns))
    .join('\n')}\n`;
}
