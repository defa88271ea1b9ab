import type { Problem } from '../text/problem.ts';

/** A problem as GitHub's runner shows it beside the line (GitHub documentation, "Workflow commands"). */
export function githubLine({ file, line, column, rule, severity, message }: Problem): string {
  const where = [
    ['file', file],
    ['line', String(line)],
    ['col', String(column)],
    ['title', rule],
  ].map(([name, value]) => `${name}=${propertyOf(value ?? '')}`);
  return `::${severity} ${where.join(',')}::${dataOf(message)}`;
}

function dataOf(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function propertyOf(text: string): string {
  return dataOf(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** All problems as one log of SARIF 2.1.0 (OASIS), which code hosts and editors read. @param version of this program */
export function sarifOf(problems: readonly Problem[], version: string) {
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'infra-tutor', version, rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map(({ file, line, column, rule, severity, message }) => ({
          ruleId: rule,
          ruleIndex: rules.indexOf(rule),
          level: severity,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
}
