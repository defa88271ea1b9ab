import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationOf } from '../../src/topology/configuration/configuration.ts';
import type { ConfigurationFile } from '../../src/topology/configuration/file.ts';
import { readTopology } from '../../src/topology/read.ts';
import type { Topology } from '../../src/topology/types.ts';
import { calmSites } from '../simulator/generate.ts';
import { shipped } from '../simulator/scripts.ts';

const RUNS = process.env.SOAK === undefined ? 8 : 500;

/** How each program reads a file without starting. */
const PROGRAMS: readonly [
  language: ConfigurationFile['language'],
  program: string,
  check: (file: string, folder: string) => readonly string[],
][] = [
  ['haproxy', 'haproxy', (file) => ['-c', '-q', '-f', file]],
  [
    'nginx',
    'nginx',
    (file, folder) => ['-t', '-q', '-p', folder, '-c', file, '-g', `pid ${folder}/pid; error_log stderr;`],
  ],
  ['keepalived', 'keepalived', (file) => ['-t', '-f', file]],
  ['nftables', 'nft', (file) => ['-c', '-f', file]],
];

const isThere = (program: string) => spawnSync(program, ['-v']).error === undefined;
/** nftables asks the kernel, and keepalived looks whom its scripts belong to: both as root only. */
const mayAsk = (program: string) => !['nft', 'keepalived'].includes(program) || process.getuid?.() === 0;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'infra-tutor-configuration-'));
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=www.foobar.com', '-days', '2'];
  spawnSync('openssl', [...made, '-keyout', join(folder, 'key'), '-out', join(folder, 'crt')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The certificates of a topology stand where this test has put one. */
function withCertificates(text: string): string {
  const [certificate, key] = [join(folder, 'crt'), join(folder, 'key')];
  writeFileSync(join(folder, 'pem'), readFileSync(certificate, 'utf8') + readFileSync(key, 'utf8'));
  return text
    .replace(/\/etc\/haproxy\/certs\/\S+\.pem/g, join(folder, 'pem'))
    .replace(/\/etc\/nginx\/certs\/[^;\s]+\.pem/g, certificate)
    .replace(/\/etc\/nginx\/certs\/[^;\s]+\.key/g, key);
}

describe.each(PROGRAMS)('every file for %s', (language, program, check) => {
  const complaints = (topology: Topology): string[] => {
    const texts = configurationOf(topology)
      .filter((file) => file.language === language)
      .map(({ lines }) => withCertificates(`${lines.map(({ text }) => text).join('\n')}\n`));
    return [...new Set(texts)].flatMap((text) => {
      const file = join(folder, `${language}.conf`);
      writeFileSync(file, text);
      const { status, stderr, stdout } = spawnSync(program, check(file, folder), { encoding: 'utf8' });
      return status === 0 ? [] : [`${text}\n${stderr}${stdout}`];
    });
  };

  it.runIf(isThere(program) && mayAsk(program))('is read by the real one without a complaint', () => {
    for (const { topology } of shipped) expect(complaints(topology)).toEqual([]);
  });

  it.runIf(isThere(program) && mayAsk(program))('of any topology', () => {
    const property = fc.property(calmSites, (text) => {
      const { topology } = readTopology(text, 'any.yaml');
      expect(topology === undefined ? [] : complaints(topology)).toEqual([]);
    });
    fc.assert(property, { numRuns: RUNS, seed: 1 });
  });
});
