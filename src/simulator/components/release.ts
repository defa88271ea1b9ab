import type { AppServer, Duration } from '../../topology/types.ts';

/** A version of the application's code, as it runs. */
export interface Release {
  readonly version: string;
  readonly service: Duration;
  /** the share of its service time that needs the CPU */
  readonly cpu: number;
  /** the share of requests that it answers with errors */
  readonly errors: number;
}

/** A version by its name: what its entry says, else what the fields of its application server say. */
export function releaseOf({ versions, service, cpu }: AppServer, version: string): Release {
  const entry = versions.find(({ id }) => id === version);
  return {
    version,
    service: entry?.service ?? service,
    cpu: entry?.cpu ?? cpu,
    errors: entry?.errors ?? 0,
  };
}
