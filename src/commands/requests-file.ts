import { errors } from '../messages/errors.ts';
import type { RequestReport } from '../simulator/report.ts';
import { openOutputFile } from './output-file.ts';

/** The file of `--requests`: a line of JSON for each request. */
export interface RequestsFile {
  write(requests: readonly RequestReport[]): void;
}

const linesAtOnce = 10_000;

export function openRequestsFile(file: string): RequestsFile {
  const output = openOutputFile(file, errors.emptyRequests);
  return { write: (requests) => output.write(linesOf(requests)) };
}

function* linesOf(requests: readonly RequestReport[]): Generator<string> {
  for (let from = 0; from < requests.length; from += linesAtOnce) {
    const lines = requests.slice(from, from + linesAtOnce).map((request) => JSON.stringify(request));
    yield `${lines.join('\n')}\n`;
  }
}
