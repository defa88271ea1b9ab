/**
 * Memory that runs out and SIGKILL end a program without a word. A small shell script waits for that at the end of
 * a pipe, which the kernel closes then, and gives the terminal back.
 */
import { type ChildProcess, spawn } from 'node:child_process';

/**
 * `$1` leaves the full screen, `$2` says what happened. The modes are only set where they still are the program's:
 * a shell that was its parent may have set its own already. The terminal is opened anew, since writes to the
 * program's own stdout don't wait.
 */
const SCRIPT = `
terminal=$(tty <&1)
[ -w "$terminal" ] && exec 1<>"$terminal"
raw=$(stty -g <&1)
read -r _
printf '%s' "$1"
[ "$(stty -g <&1)" = "$raw" ] && stty icrnl ixon icanon iexten isig echo <&1
printf '%s\\n' "$2"
`;

export interface Guard {
  dismiss(): void;
}

/** Stands by until it is dismissed. Where there is no such shell nothing is lost but this. */
export function standBy(fd: number, leave: string, said: string): Guard {
  const guard: ChildProcess = spawn('/bin/sh', ['-c', SCRIPT, 'sh', leave, said], {
    stdio: ['pipe', fd, 'ignore'],
    // out of the job: neither Ctrl-Z nor a signal to the process group is meant for it
    detached: true,
  });
  guard.on('error', () => {});
  guard.unref();
  return { dismiss: () => void guard.kill('SIGKILL') };
}
