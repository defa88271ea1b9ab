/** What the terminal can do and what its person asked for, worked out from data alone. */
export interface Abilities {
  /** colours and bold may be sent */
  readonly colour: boolean;
  /** nothing above `~` may be sent */
  readonly ascii: boolean;
  /** lines instead of a full screen */
  readonly plain: boolean;
  /** things may move by themselves */
  readonly motion: boolean;
}

export interface Asked {
  readonly noColor: boolean;
  readonly ascii: boolean;
  readonly plain: boolean;
  readonly noMotion: boolean;
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
    ascii: asked.ascii || !speaksUtf8(terminal) || hasFewSigns(terminal),
    plain: asked.plain || !terminal.interactive || isSet(terminal.env.ACCESSIBLE) || asksForLines(terminal),
    motion: !asked.noMotion && !isSet(terminal.env.NO_MOTION),
  };
}

function colourOf(asked: Asked, terminal: Terminal): boolean {
  const { env, stdoutIsTerminal } = terminal;
  if (asked.noColor || isSet(env.NO_COLOR)) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stdoutIsTerminal && !isDumb(terminal) && !isMonochrome(terminal);
}

/** The locale as POSIX finds it; none at all is the C locale. Windows and macOS terminals are UTF-8 without one. */
function speaksUtf8({ env, platform }: Terminal): boolean {
  if (env.TERM === 'dumb') return false;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(isSet);
  if (locale === undefined) return platform === 'win32' || platform === 'darwin';
  return /utf-?8/i.test(locale);
}

function asksForLines(terminal: Terminal): boolean {
  return terminal.env.INK_SCREEN_READER === 'true' || isDumb(terminal);
}

/** Moves no cursor, or nobody knows whether it does. A console of Windows says nothing and can everything. */
function isDumb({ env, platform }: Terminal): boolean {
  return isSet(env.TERM) ? env.TERM === 'dumb' || env.TERM === 'unknown' : platform !== 'win32';
}

/** The consoles of Linux and the BSDs have a font of 256 or 512 signs, hardware terminals those of their ROM. */
function hasFewSigns({ env }: Terminal): boolean {
  return /^(?:linux|vt\d|cons25|ansi)/.test(env.TERM ?? '');
}

/** DEC's terminals, and those that terminfo calls `-m` or `-mono`. */
function isMonochrome({ env }: Terminal): boolean {
  return /^vt\d|-m$|-mono$/.test(env.TERM ?? '');
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
