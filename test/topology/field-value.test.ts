import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { findTopology } from '../../src/course/topologies.ts';
import { openFields } from '../../src/topology/field-value.ts';

const found = findTopology(loadCourse('.'), 'distributed');
if ('error' in found) throw new Error(found.error);
const now = (target: string, ...changes: string[]) =>
  openFields(found.text, found.file, changes)(target)?.now;

describe('what a field is now', () => {
  test('is what is written, what holds for all, or the default', () => {
    expect(now('lb-1.balance')).toBe('roundrobin');
    expect(now('lb-1.default-server.inter')).toBe('2s');
    expect(now('lb-1.retries')).toBe('3');
    expect(now('lb-1.servers.web-2.fall')).toBe('3');
    expect(now('app-1.workers')).toBe(now('app-2.workers'));
    expect(now('traffic.writes')).toBeDefined();
    expect(now('server-1.cpus')).toBeDefined();
    expect(now('dns.www.foobar.com.ttl')).toBe('300s');
  });

  test('is found in what holds for a kind, and in a list by its place', () => {
    expect(now('defaults.app-server.sessions')).toBe('shared');
    expect(now('defaults.app-server.workers', 'defaults.app-server.workers=3')).toBe('3');
    expect(now('defaults.nobody.workers')).toBeUndefined();
    const watched = ['monitoring.alerts=[{ on: qps, below: 1 }, { on: down, above: 0, for: 30s }]'];
    expect(now('monitoring.alerts.0.for', ...watched)).toBe('0s');
    expect(now('monitoring.alerts.1.for', ...watched)).toBe('30s');
    expect(now('monitoring.alerts.2.for', ...watched)).toBeUndefined();
  });

  test('follows what it is as, and what was changed before', () => {
    expect(now('lb-1.default-server.fastinter')).toBe('2s');
    expect(now('lb-1.default-server.fastinter', 'lb-1.default-server.inter=5s')).toBe('5s');
    expect(now('lb-1.servers.web-2.inter', 'lb-1.default-server.inter=5s')).toBe('5s');
    expect(now('lb-1.redispatch', 'redispatch=on')).toBe('true');
  });

  test('tells what it may be, and knows no field that is not there', () => {
    const balance = openFields(found.text, found.file, [])('lb-1.balance');
    expect(balance?.choices).toContain('leastconn');
    for (const target of ['lb-1.nothing', 'lb-1', 'nobody.retries', 'lb-1.retries.more', 'traffic.toString'])
      expect(now(target)).toBeUndefined();
  });
});
