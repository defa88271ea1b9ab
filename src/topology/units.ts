/** Microseconds, an integer. */
export type Micros = number;
/** The id of a component, host, VIP, name or orchestrator. */
export type Id = string;

/** How long a piece of work takes. `cv` is the coefficient of variation (0 for constant, 1 for exponential). */
export interface Duration {
  readonly shape: 'constant' | 'exponential' | 'lognormal';
  readonly mean: Micros;
  readonly cv: number;
}
