// What one request costs as the rate grows, and as the servers do: nearly the same.
import { fileURLToPath } from 'node:url';
import { load } from './bundle.mjs';
import { best, tell } from './measure.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { simulate, readTopology } = await load(at('./simulator.ts'));

function site(servers, rate) {
  const ids = Array.from({ length: servers }, (_, i) => `s${i + 1}`);
  return `
format: 1
id: cost
title: Cost
traffic: { rate: ${rate} }
dns: { www.foobar.com: { A: [lb-1] } }
hosts:
  edge: { cpus: 64, runs: [lb-1] }
${ids.map((id) => `  host-${id}: { runs: [${id}] }`).join('\n')}
defaults: { app-server: { workers: 10000, service: exponential 20ms, cpu: 0% } }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    default-server: { check: true }
    servers: { ${ids.map((id) => `${id}: {}`).join(', ')} }
    timeout: { connect: 5s, client: 50s, server: 50s }
${ids.map((id) => `  ${id}: { kind: app-server }`).join('\n')}
`;
}

/** Microseconds of CPU a request. */
function cost(servers, rate) {
  const { topology, problems } = readTopology(site(servers, rate), 'cost.yaml');
  if (topology === undefined) throw new Error(problems[0]?.message);
  const requests = 60_000;
  const run = () => simulate(topology, { seed: 1, for: Math.round((requests / rate) * 1e6), faults: [] });
  run();
  return (best(3, run) / requests) * 1e6;
}

function table(title, entries) {
  const [first] = entries;
  for (const [label, micros] of entries) {
    const ratio = micros / first[1];
    tell(`${title} ${label}`, `${micros.toFixed(1)} us (${ratio.toFixed(2)}x)`, 'within 1.5x', ratio <= 1.5);
  }
}

table(
  'a request, 2 servers,',
  [100, 1000, 10_000].map((rate) => [`${rate}/s`, cost(2, rate)]),
);
table(
  'a request at 1,000/s,',
  [2, 20, 200].map((servers) => [`${servers} servers`, cost(servers, 1000)]),
);
