/**
 * The terminal while a full screen is open: alternate screen, hidden cursor, no line wrap, marked pastes;
 * and the way back from all of it, however the program ends.
 */
import type { Guard } from './guard.ts';
import type { Input } from './keyboard.ts';
import { type Output, setBlocking, writeNow } from './tty.ts';

const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[2J\x1b[H';
// what a frame that was cut short left on, then the modes; a terminal without a second screen gets an empty one
const LEAVE = '\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[2J\x1b[H\x1b[?1049l';

/** 128 and the signal's number, as shells count. */
const STATUS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Ending = keyof typeof STATUS;
const ENDINGS: readonly Ending[] = ['SIGHUP', 'SIGINT', 'SIGTERM'];

/** What is needed of the process; a test gives its own. */
export interface Surroundings extends NodeJS.EventEmitter {
  readonly pid: number;
  readonly platform: string;
  exit(status: number): void;
  kill(pid: number, signal: string): unknown;
}

export interface SessionOptions {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly surroundings: Surroundings;
  /** before the terminal is given back: nothing may be painted any more */
  readonly hold: () => void;
  /** the window was changed, or given back after a stop: everything must be painted again */
  readonly repaint: () => void;
  /** the program broke: says so, on the screen as it was before */
  readonly crashed: (error: unknown) => void;
  /** has somebody stand by who writes this should the program be killed */
  readonly guard: (leave: string) => Promise<Guard>;
}

export interface Session {
  /** gives the terminal back; the second time does nothing */
  leave(): void;
  /** stops the whole job until the shell wakes it, as the terminal's driver does at Ctrl-Z */
  suspend(): void;
}

/** Takes the terminal over until `leave()`, the end of the process, a signal or a crash. */
export function openSession(options: SessionOptions): Session {
  const { stdin, stdout, surroundings } = options;
  let inside = false;
  let guard: Guard | undefined;

  const enter = (): void => {
    inside = true;
    // raw first: in the background it waits here for the foreground, and nothing is written into another's screen.
    // Both ways, since whoever used the terminal meanwhile may have left it otherwise.
    stdin.setRawMode?.(false);
    stdin.setRawMode?.(true);
    writeNow(stdout, ENTER);
    setBlocking(stdout, false);
    // after the first frame, which must not wait for it
    setImmediate(() => void postGuard());
  };
  const postGuard = async (): Promise<void> => {
    if (!inside || guard !== undefined) return;
    const posted = await options.guard(LEAVE);
    if (inside && guard === undefined) guard = posted;
    else posted.dismiss();
    // a child that inherits stdout makes it wait for the terminal again
    if (inside) setBlocking(stdout, false);
  };
  const restore = (): void => {
    if (!inside) return;
    inside = false;
    options.hold();
    try {
      stdin.setRawMode?.(false);
      setBlocking(stdout, true);
      writeNow(stdout, LEAVE);
      guard?.dismiss();
      guard = undefined;
    } catch {
      // the terminal is gone: nothing left to restore
    }
  };
  const endings = ENDINGS.map((signal) => [signal, () => finish(STATUS[signal])] as const);
  const finish = (status: number): void => {
    session.leave();
    surroundings.exit(status);
  };
  const crash = (error: unknown): void => {
    session.leave();
    options.crashed(error);
    surroundings.exit(1);
  };
  const stop = (pid: number): void => {
    if (surroundings.platform === 'win32') return;
    restore();
    // Without a listener the signal does what it always does: it stops the program until the shell wakes it, or
    // nothing where there is no shell that could.
    surroundings.off('SIGTSTP', stopped).off('SIGCONT', goOn);
    surroundings.kill(pid, 'SIGTSTP');
    surroundings.on('SIGTSTP', stopped).on('SIGCONT', goOn);
    goOn();
  };
  const stopped = (): void => stop(surroundings.pid);
  const goOn = (): void => {
    enter();
    // a window that changed while the program was in the background told others
    surroundings.emit('SIGWINCH');
  };
  // Not stdout's `resize`: a window that is made smaller and at once as large as before has lost rows all the same,
  // and Node only tells of another size.
  const changed = (): void => {
    if (inside) options.repaint();
  };
  const gone = (): void => finish(STATUS.SIGHUP);

  const listeners: readonly (readonly [NodeJS.EventEmitter, string, (value: unknown) => void])[] = [
    [surroundings, 'exit', restore],
    ...endings.map(([signal, listener]) => [surroundings, signal, listener] as const),
    [surroundings, 'uncaughtException', crash],
    [surroundings, 'unhandledRejection', crash],
    [surroundings, 'SIGTSTP', stopped],
    [surroundings, 'SIGCONT', goOn],
    [surroundings, 'SIGWINCH', changed],
    [stdout, 'error', gone],
    [stdin, 'error', gone],
    [stdin, 'end', gone],
  ];
  const session: Session = {
    leave() {
      restore();
      for (const [emitter, name, listener] of listeners) emitter.off(name, listener);
    },
    // the process group, so that npx and whatever else waits for this program stops with it
    suspend: () => stop(0),
  };
  for (const [emitter, name, listener] of listeners) emitter.on(name, listener);
  enter();
  return session;
}
