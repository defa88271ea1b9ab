import { problemLine } from '../../src/text/problem.ts';
import { readTopology } from '../../src/topology/read.ts';
import type { Topology } from '../../src/topology/types.ts';

/** A small whole topology; a test changes one line of it. */
export const small = `format: 1
id: small
title: Small
traffic: { rate: 100 }
dns: { www.foobar.com: { A: [lb-1] } }
hosts:
  lb-host: { runs: [lb-1] }
  server-1: { runs: [web-1, app-1, db-1] }
  server-2: { runs: [db-2] }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    servers: { web-1: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
  web-1: { kind: web-server, upstream: { app-1: {} } }
  app-1: { kind: app-server, workers: 8, service: 20ms, writes: db-1, reads: [db-2, db-1] }
  db-1: { kind: database, role: primary }
  db-2: { kind: database, role: replica, source: db-1 }
`;

/** The text with one part replaced; the part must be there. */
export function replaced(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`nothing to replace: ${part}`);
  return text.replace(part, () => by);
}

/** The topology, or the test fails with its problems. */
export function topologyOf(text: string, ...changes: string[]): Topology {
  const { topology, problems } = readTopology(text, 'small.yaml', changes);
  if (!topology) throw new Error(problems.map(problemLine).join('\n'));
  return topology;
}

/** The problems with their places; a person isn't shown the one in a `--set`, which is there to be seen. */
export function problemsOf(text: string, ...changes: string[]): string[] {
  const { topology, problems } = readTopology(text, 'small.yaml', changes);
  const failed = problems.some(({ severity }) => severity === 'error');
  if (failed !== (topology === undefined)) throw new Error('a topology exactly when there is no error');
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
}
