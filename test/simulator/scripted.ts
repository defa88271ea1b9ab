import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Simulation } from '../../src/simulator/simulation.ts';
import { read, SECOND, timed } from './play.ts';

const FAULTS = [
  '3s kill web-1',
  '9s start web-1',
  '12s pause app-2',
  '20s resume app-2',
  '22s loss web-1 app-1 20%',
  '25s partition lb-host-1',
  '33s heal lb-host-1',
  '36s kill db-1',
  '37s failover',
  '40s spike traffic 3',
  '45s cpu-hog app-host-1 50%',
  '48s restore traffic',
  '50s deploy app-server rolling',
];

/** The largest shipped topology with a fault of nearly every sort: everything that it did, as text. */
export function scripted(seed: number, slice = 60 * SECOND): string {
  const file = join(process.cwd(), 'lessons/3-scaled-up/scaled-up.yaml');
  const topology = read(readFileSync(file, 'utf8'));
  const simulation = new Simulation(topology, { seed, recordRequests: true });
  for (const fault of timed(FAULTS, topology)) simulation.schedule(fault);
  while (simulation.now < 60 * SECOND) simulation.advance(Math.min(60 * SECOND, simulation.now + slice));
  return JSON.stringify([simulation.report(), simulation.requests()]);
}
