import type { SimulationEvent } from './event.ts';

/**
 * What a run came to: times in seconds from the start, latencies in milliseconds. `infra-tutor simulate --json` prints
 * it, with each event put into words.
 */
export interface SimulationReport {
  topology: string;
  seed: number;
  duration_s: number;
  offered_rate: number;
  requests: {
    total: number;
    ok: number;
    failed: number;
    unfinished: number;
    by_outcome: Record<string, number>;
  };
  /** ok / (ok + failed); 1 when nothing was decided */
  availability: number;
  latency_ms: {
    mean: number | null;
    p50: number | null;
    p95: number | null;
    p99: number | null;
    max: number | null;
  };
  per_second: SecondReport[];
  components: Record<string, ComponentReport>;
  writes: { acknowledged: number; lost: number; lost_ids: number[] };
  reads: { total: number; stale: number };
  monitor?: { samples: MonitorSample[]; alerts: AlertReport[] };
  /** what each passive reader saw, where there was one: messages of requests and answers, and how many in plain text */
  wiretaps?: { link: string; messages: number; readable: number }[];
  events: SimulationEvent[];
}

export interface SecondReport {
  t: number;
  total: number;
  ok: number;
  failed: number;
  unfinished: number;
  p95_ms: number | null;
}

export interface ComponentReport {
  requests: number;
  ok: number;
  failed: number;
  share: number;
  state: string;
  utilisation: number;
}

export interface MonitorSample {
  t: number;
  /** null: no counter of requests was in sight */
  qps: number | null;
  /** null: no request was counted of which a part could have failed */
  error_rate: number | null;
  p95_ms: number | null;
  /** hosts that sent nothing, and processes that their collector reported gone */
  down: string[];
}

export interface AlertReport {
  on: string;
  fired_s: number;
  cleared_s: number | null;
}

/** A line of `--requests FILE`. */
export interface RequestReport {
  t: number;
  client: number;
  kind: 'read' | 'write';
  path: string[];
  outcome: string;
  ms: number | null;
}
