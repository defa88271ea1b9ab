/** The truth about a process. What others believe of it stands in their own views. */
export type ProcessState = 'up' | 'starting' | 'killed' | 'stopping' | 'stopped' | 'paused' | 'off';
