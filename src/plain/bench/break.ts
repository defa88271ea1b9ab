/** A fault that somebody writes, now or at a time from the start. */
import { plainWords } from '../../messages/plain.ts';
import { sentence } from '../../messages/plural.ts';
import { eventSentence } from '../../messages/simulator-events.ts';
import { parseFault, parseTimedFault } from '../../simulator/faults/parse.ts';
import { formatTime } from '../../topology/duration.ts';
import { type Bench, shownTime } from './bench.ts';

const words = plainWords.simulator;

export function breakIt(bench: Bench, line: string): void {
  bench.say([/^\d/.test(line) ? schedule(bench, line) : breakNow(bench, line)]);
}

function breakNow({ told, topology }: Bench, line: string): string {
  const read = parseFault(line, topology);
  if ('error' in read) return words.notUnderstood(sentence(read.error));
  // so that the same fault with its time repeats the run to the last byte
  told.settle();
  told.inject(read.fault);
  const event = told.simulation.lastEvent;
  const said = event !== undefined && 'fault' in event ? eventSentence(event) : read.fault.words;
  return words.done(shownTime(told.now), said);
}

function schedule({ told, topology }: Bench, line: string): string {
  const read = parseTimedFault(line, topology);
  if ('error' in read) return words.notUnderstood(sentence(read.error));
  const { at, fault } = read.timed;
  if (at < told.now) return words.inThePast(shownTime(told.now));
  told.schedule(read.timed);
  return words.scheduled(formatTime(at), fault.words);
}
