/** The truth about a process. What others believe of it stands in their own views. */
export type ProcessState = 'up' | 'starting' | 'killed' | 'stopping' | 'stopped' | 'paused' | 'off';

/** It neither works nor will go on of itself. */
export function isGone({ state }: { readonly state: ProcessState }): boolean {
  return state === 'killed' || state === 'stopped' || state === 'off';
}
