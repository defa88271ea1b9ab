/** What an author begins to write most often, as snippets of VS Code. Below, `‹usual›` is a place to fill. */
export interface Snippet {
  readonly prefix: string;
  readonly scope: 'markdown';
  readonly description: string;
  readonly body: readonly string[];
}

const RUN = ['topology: ‹two-servers›', 'for: ‹40s›', 'fault: [‹10s kill app-1›]'];

export const snippets = {
  lesson: markdown('lesson', 'A lesson', [
    '---',
    'id: ‹an-id›',
    'title: ‹A title›',
    'summary: ‹One sentence for the course map.›',
    '---',
    '',
    '## ‹The first page›',
    '',
    '‹Text.›',
  ]),
  footnote: markdown('footnote', 'A footnote, and the mark that leads to it', [
    '[^‹a-name›]',
    '',
    '[^‹a-name›]: ‹Title, version, section,› [‹its words›](‹https://example.com/›)',
  ]),
  quiz: markdown('quiz', 'A question with choices', [
    '<quiz>',
    '',
    '<!-- id: ‹an-id› -->',
    '',
    '‹What is asked?›',
    '',
    '> Hint: ‹Where to look.›',
    '',
    '- [ ] ‹A wrong choice›',
    '  > ‹Why it is wrong.›',
    '- [x] ‹The right choice›',
    '  > ‹Why it is right.›',
    '',
    '‹The explanation.›',
    '',
    '</quiz>',
  ]),
  prove: block('prove', 'The run that makes a choice right', [
    ...RUN,
    'measure: ‹when(marks-down app-1) - 10s›',
    'expect: { 1: ‹never›, 2: ‹3.9s..6.1s› }',
  ]),
  sim: block('simulate', 'A run that the learner opens', [...RUN, 'look-for: ‹What to watch.›']),
  predict: block('predict', 'A guess before a run', [
    ...RUN,
    'ask: ‹What will be?›',
    'measure: ‹when(marks-down app-1) - 10s›',
    'guesses:',
    '  ‹up to three seconds›: ‹..3s›',
    '  ‹longer›: ‹3.001s..›',
    'debrief: |',
    '  ‹Why it came out so.›',
  ]),
  diagram: block('diagram', 'A topology, drawn', ['topology: ‹two-servers›', 'words: ‹What it shows.›']),
  configuration: block('configuration', "A program's configuration, made from a topology", [
    'topology: ‹two-servers›',
    'of: ‹lb-1›',
    'section: ‹backend web›',
    'notes:',
    '  - at: ‹check inter 2s›',
    '    words: ‹What this line does.›',
  ]),
  transcript: block('transcript', 'What an engineer types and reads, as recorded', [
    'on: ‹curl 7.88.1 (Debian 12)›',
    'text: |',
    '  $ ‹curl -sI http://www.foobar.com/›',
    '  ‹HTTP/1.1 200 OK›',
    'notes:',
    '  - at: ‹200›',
    '    words: ‹What it says.›',
  ]),
  notes: block('notes', 'What you say with a page or a question', [
    '‹Which key to press, and what to ask the room.›',
  ]),
  point: block('point', 'Components to point at', [
    'topology: ‹two-servers›',
    'answer: ‹spof(reads)›',
    'words: ‹What it shows.›',
  ]),
} as const satisfies Record<string, Snippet>;

function markdown(prefix: string, description: string, lines: readonly string[]): Snippet {
  // what is to be the same in two places is written once
  const places = new Map<string, number>();
  const placeOf = (usual: string): number => places.get(usual) ?? places.set(usual, places.size + 1).size;
  const body = lines.map((line) =>
    line.replace(/‹([^›]*)›/g, (_, usual: string) => `$\{${placeOf(usual)}:${usual}}`),
  );
  return { prefix, scope: 'markdown', description, body };
}

function block(language: string, description: string, body: readonly string[]): Snippet {
  const prefix = language === 'simulate' ? 'sim' : language;
  return markdown(prefix, description, [`\`\`\`${language}`, ...body, '```']);
}

/** What a snippet writes when every place is left as it is. */
export function written({ body }: Snippet): string {
  return body.join('\n').replace(/\$\{\d+:([^}]*)\}/g, '$1');
}
