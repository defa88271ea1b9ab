import type { Id } from '../../topology/types.ts';

export type LinkKind =
  | 'fault'
  | 'repair'
  | 'reason'
  | 'blind'
  | 'noticed'
  | 'felt'
  | 'got'
  | 'spared'
  | 'over';

/** One link of the chain. */
export interface WhyLink {
  readonly kind: LinkKind;
  /** seconds from the start of the run; undefined: it holds all the time */
  readonly t: number | undefined;
  readonly text: string;
  /** the components and hosts that it is about, for the drawing */
  readonly places: readonly Id[];
  /** of a fault: as it is asked for, `10s kill web-2` */
  readonly fault?: string;
}
