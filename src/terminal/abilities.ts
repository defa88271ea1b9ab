/** What the terminal can do and what its person asked for, worked out from data alone. */
export interface Abilities {
  /** colours and bold may be sent */
  readonly colour: boolean;
  /** nothing above `~` may be sent */
  readonly ascii: boolean;
  /** lines instead of a full screen */
  readonly plain: boolean;
}

export interface Asked {
  readonly noColor: boolean;
  readonly ascii: boolean;
  readonly plain: boolean;
}

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** stdin and stdout are both a terminal */
  readonly interactive: boolean;
  /** stdout is one */
  readonly stdoutIsTerminal: boolean;
}

/** What this terminal gets: the flags first, then the environment, then what it is. */
export function abilitiesOf(asked: Asked, terminal: Terminal): Abilities {
  return {
    colour: colourOf(asked, terminal),
    ascii: asked.ascii || !speaksUtf8(terminal),
    plain: asked.plain || !terminal.interactive || isSet(terminal.env.ACCESSIBLE) || asksForLines(terminal),
  };
}

function colourOf(asked: Asked, { env, stdoutIsTerminal }: Terminal): boolean {
  if (asked.noColor || isSet(env.NO_COLOR)) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stdoutIsTerminal && env.TERM !== 'dumb';
}

/** The locale as POSIX finds it; none at all is the C locale. Windows and macOS terminals are UTF-8 without one. */
function speaksUtf8({ env, platform }: Terminal): boolean {
  if (env.TERM === 'dumb') return false;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(isSet);
  if (locale === undefined) return platform === 'win32' || platform === 'darwin';
  return /utf-?8/i.test(locale);
}

function asksForLines({ env }: Terminal): boolean {
  return env.INK_SCREEN_READER === 'true' || env.TERM === 'dumb';
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
