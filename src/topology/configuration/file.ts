/** A line of a configuration file, and the field of the topology that it comes from. */
export interface ConfigurationLine {
  readonly text: string;
  /** section and path of the field in the table of fields: `load-balancer retries`; undefined for what frames it */
  readonly field?: string;
}

/** One configuration file of one program on one host. */
export interface ConfigurationFile {
  /** where it stands on the host */
  readonly path: string;
  readonly host: string;
  /** the component whose program reads it; undefined for the host's own */
  readonly component: string | undefined;
  /** of its code, for colours */
  readonly language: 'haproxy' | 'nginx' | 'ini' | 'keepalived' | 'nftables';
  readonly lines: readonly ConfigurationLine[];
}

/** A line that no field decides. */
export const plainLine = (text: string): ConfigurationLine => ({ text });

/** A line that a field decides. */
export const fieldLine = (field: string, text: string): ConfigurationLine => ({ text, field });

/** The lines of a block, further in. */
export function indented(lines: readonly ConfigurationLine[], by = 4): ConfigurationLine[] {
  return lines.map((line) => (line.text === '' ? line : { ...line, text: ' '.repeat(by) + line.text }));
}

/** A block in braces, as nginx, keepalived and nftables write it. */
export function braced(head: string, lines: readonly ConfigurationLine[]): ConfigurationLine[] {
  return [plainLine(`${head} {`), ...indented(lines), plainLine('}')];
}
