import { describe, expect, it } from 'vitest';
import type { RequestReport } from '../../src/simulator/report.ts';
import { ok, type Played, play } from './play.ts';

/** Two names of one site, each leading to a load balancer of its own; answers are asked for again every second. */
const TWO_NAMES = `
format: 1
id: names
title: Names
traffic: { rate: 200, arrivals: even, timeout: 2s, clients: 100 }
dns:
  www.foobar.com: { A: [lb-1], ttl: 1s, negative-ttl: 1s }
  shop.foobar.com: { A: [lb-2], ttl: 1s, negative-ttl: 1s }
defaults:
  load-balancer: { balance: roundrobin, servers: { app: {} }, timeout: { connect: 5s, client: 50s, server: 50s } }
components:
  lb-1: { kind: load-balancer }
  lb-2: { kind: load-balancer }
  app: { kind: app-server, workers: 100, service: 1ms }
`;

/** Users of the first name have even numbers, of the second odd ones. */
const isOfShop = ({ client }: RequestReport): boolean => client % 2 === 1;

function outcomes(run: Played, from: number, to: number): { www: string[]; shop: string[] } {
  const during = run.requests.filter(({ t }) => t >= from && t < to);
  const words = (requests: RequestReport[]) => [
    ...new Set(requests.map((request) => (ok(request) ? `${request.path[0]}` : request.outcome))),
  ];
  return {
    www: words(during.filter((request) => !isOfShop(request))),
    shop: words(during.filter(isOfShop)),
  };
}

describe('a site with two names', () => {
  it('has users who know it by the one and users who know it by the other', () => {
    const run = play(TWO_NAMES, { for: 10 });
    expect(outcomes(run, 0, 10)).toEqual({ www: ['lb-1'], shop: ['lb-2'] });
    const shop = run.requests.filter(isOfShop).length / run.requests.length;
    expect(shop).toBeGreaterThan(0.45);
    expect(shop).toBeLessThan(0.55);
  });

  it.each([
    ['www.foobar.com', { www: ['dns'], shop: ['lb-2'] }],
    ['shop.foobar.com', { www: ['lb-1'], shop: ['dns'] }],
  ])('stops resolving %s alone, and resolves it again', (name, during) => {
    const run = play(TWO_NAMES, { for: 20, faults: [`5s dns-fail ${name}`, `10s restore ${name}`] });
    expect(outcomes(run, 6.1, 10)).toEqual(during);
    expect(outcomes(run, 11.1, 20)).toEqual({ www: ['lb-1'], shop: ['lb-2'] });
  });

  it('stops resolving altogether when no name is given', () => {
    const run = play(TWO_NAMES, { for: 10, faults: ['5s dns-fail'] });
    expect(outcomes(run, 6.1, 10)).toEqual({ www: ['dns'], shop: ['dns'] });
  });

  it.each([
    ['www.foobar.com lb-2', { www: ['lb-2'], shop: ['lb-2'] }],
    ['shop.foobar.com lb-1', { www: ['lb-1'], shop: ['lb-1'] }],
  ])('gives the name that is meant its new address: %s', (change, after) => {
    const run = play(TWO_NAMES, { for: 10, faults: [`5s dns-change ${change}`] });
    expect(outcomes(run, 6.1, 10)).toEqual(after);
  });
});
