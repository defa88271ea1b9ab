/** A prepared run: the keys of `simulate`, `predict` and `prove`. */
export interface RunSpec {
  readonly topology: string;
  /** microseconds */
  readonly for: number;
  readonly seeds: number;
  readonly rate: number | undefined;
  /** `lb-1.redispatch=true` or `switch=position` */
  readonly set: readonly string[];
  /** `10s kill web-2` */
  readonly fault: readonly string[];
}
