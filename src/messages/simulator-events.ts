import type { EventReport } from '../simulator/report.ts';
import type { AlertRule, Micros, Topology } from '../topology/types.ts';
import { plural } from './plural.ts';

type Sentence = (event: EventReport, topology: Topology) => string;

/** One event as a sentence without its subject, which stands before it: `marks web-2 down: 3 failed checks ...`. */
export function eventSentence(event: EventReport, topology: Topology): string {
  const sentence = event.who === 'you' ? undefined : SENTENCES[event.what];
  return sentence?.(event, topology) ?? asWritten(event);
}

/** A fault as a person would write it; what can't be done says why. */
function asWritten({ what, about, why }: EventReport): string {
  const words = `${what} ${about}`.trim();
  if (why === '') return words;
  return why.startsWith(what) ? why : `${words}: ${why}`;
}

const SENTENCES: Readonly<Record<string, Sentence>> = {
  'marks-down': marked('down'),
  'marks-up': marked('up'),
  'takes-vip': ({ about, why }) => because(`takes the address ${about}`, why),
  'drops-vip': ({ about, why }) => because(`gives up the address ${about}`, why),
  promotes: ({ why }) => because('is the primary now', why),
  demotes: ({ why }) => because('is no longer the primary', why),
  degrades: ({ why }) => because('stops waiting for its replica', why),
  recovers: ({ why }) => because('waits for its replica again', why),
  'alert-fires': ({ about }, topology) => `raises the alert ${alert(about, topology)}`,
  'alert-clears': ({ about }) => `clears the alert ${about}`,
  rejects: ({ about, why }) => because(`doesn't get into ${about}`, why),
  'gets-through': ({ about, why }) => because(`gets through to ${about}`, why),
};

function because(sentence: string, why: string): string {
  return why === '' ? sentence : `${sentence}: ${why}`;
}

/** `marks web-2 down: 3 failed checks, one every 2 s (refused)` */
function marked(as: 'down' | 'up'): Sentence {
  return ({ who, about, why }, topology) => {
    const balancer = topology.components.find(({ id }) => id === who);
    const server =
      balancer?.kind === 'load-balancer' ? balancer.servers.find(({ id }) => id === about) : undefined;
    if (server === undefined) return because(`marks ${about} ${as}`, why);
    const [count = '', result = ''] = why.split(': ');
    const checks = plural(Number.parseInt(count, 10), as === 'down' ? 'failed check' : 'good check');
    const reason = as === 'up' || result === '' ? '' : ` (${SHORT[result] ?? result})`;
    return `marks ${about} ${as}: ${checks}, one every ${inWords(server.inter)}${reason}`;
  };
}

const SHORT: Readonly<Record<string, string>> = {
  'connection refused': 'refused',
  'connection reset': 'reset',
  'no answer in time': 'no answer',
};

/** `error-rate: above 5 % for 60 s` */
function alert(on: string, topology: Topology): string {
  const rule = topology.monitoring?.alerts.find((each) => each.on === on);
  if (rule === undefined) return on;
  const bounds = [
    rule.above === undefined ? '' : `above ${threshold(rule.on, rule.above)}`,
    rule.below === undefined ? '' : `below ${threshold(rule.on, rule.below)}`,
  ].filter((bound) => bound !== '');
  const lasting = rule.for === 0 ? '' : ` for ${inWords(rule.for)}`;
  return `${on}: ${bounds.join(' or ')}${lasting}`;
}

function threshold(on: AlertRule['on'], value: number): string {
  if (on === 'error-rate') return `${Number((value * 100).toFixed(2))} %`;
  return on === 'latency-p95' ? inWords(value) : `${value}`;
}

/** `2 s`, `500 ms`, `1.5 s` */
export function inWords(micros: Micros): string {
  if (micros < 1_000_000) return `${Number((micros / 1000).toFixed(1))} ms`;
  const seconds = micros / 1_000_000;
  return `${Number(seconds.toFixed(seconds < 10 ? 1 : 0))} s`;
}
