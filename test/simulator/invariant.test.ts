import { afterEach, describe, expect, it, vi } from 'vitest';
import { GtidSet } from '../../src/simulator/components/gtid-set.ts';
import { KeepalivedProcess } from '../../src/simulator/components/keepalived.ts';
import { BrokenInvariant, invariant } from '../../src/simulator/invariant.ts';
import { databasePair } from '../reality/database-pair.ts';
import { vrrpPair } from '../reality/vrrp-pair.ts';
import { play } from './play.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an invariant', () => {
  it('that holds says nothing', () => {
    expect(() => invariant(true, 'is well', 'db-1')).not.toThrow();
  });

  it('that is broken ends the run with all that repeats it', () => {
    vi.spyOn(GtidSet.prototype, 'last', 'get').mockReturnValue(1000);
    const run = () =>
      play(databasePair({ traffic: 'rate: 50' }), {
        seed: 7,
        for: 20,
        faults: ['0s slow app-1 2', '10s kill db-1'],
      });
    expect(run).toThrow(
      /^the run broke at 0\.\d+ s: db-1 logs its own rows in ascending order \(topology recorded, seed 7, faults \[0s slow app-1 2\]\)$/,
    );
    try {
      run();
    } catch (error) {
      expect(error instanceof Error && error.cause).toBeInstanceOf(BrokenInvariant);
    }
  });

  it('is that of two masters who hear each other one gives way', () => {
    vi.spyOn(KeepalivedProcess.prototype, 'outranks').mockReturnValue(true);
    const faults = ['10s partition lb-host-1 lb-host-2', '20s heal lb-host-1 lb-host-2'];
    // each answers the other's adverts without end: a slow link keeps them few
    faults.push('0s delay lb-host-1 lb-host-2 100ms');
    expect(() => play(vrrpPair(), { for: 40, faults })).toThrow(/is no master beside another one/);
  });
});
