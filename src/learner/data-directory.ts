import { isAbsolute, join } from 'node:path';

/** What of the surroundings decides where progress lives. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
}

/**
 * The folder that the learner's progress lives in: `INFRA_TUTOR_HOME`, else the system's place for a program's data.
 * A relative `XDG_DATA_HOME` is ignored, as the XDG Base Directory Specification asks for.
 */
export function dataDirectory({ env, platform, home }: Surroundings): string {
  const own = env.INFRA_TUTOR_HOME;
  if (own !== undefined && own !== '') return own;
  const xdg = env.XDG_DATA_HOME;
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'infra-tutor');
  const local = env.LOCALAPPDATA;
  if (platform === 'win32' && local !== undefined && local !== '') return join(local, 'infra-tutor');
  return join(home, '.local', 'share', 'infra-tutor');
}
