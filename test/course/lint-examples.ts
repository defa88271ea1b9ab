/** For each rule of lint a small course that breaks it: the file that is written into a course without a fault. */
import { courseYaml, lesson, question, quiz, type smallCourse, tiny } from './small-course.ts';

export type Changes = NonNullable<Parameters<typeof smallCourse>[0]>;

const A = 'lessons/one/first.md';
const onPage = (body: string): Changes => ({ [A]: lesson('a', `## A\n\n${body}\n`) });
const block = (language: string, body: string) => onPage(`\`\`\`${language}\n${body}\n\`\`\``);
const front = (line: string): Changes => ({ [A]: lesson('a').replace('summary', `${line}\nsummary`) });
const course = (from: string, to: string): Changes => ({ 'course.yaml': courseYaml.replace(from, to) });
const inQuiz = (text: string): Changes => ({ 'quizzes/q.md': quiz('q', text) });
const asked = (parts: Parameters<typeof question>[1]): Changes => inQuiz(question('q-1', parts));
const choices = (text: string) => asked({ choices: text });
const proven = (proof: string): Changes => asked({ after: `Since.\n\n\`\`\`prove\n${proof}\n\`\`\`` });
const site = (from: string, to: string): Changes => ({ 'lessons/one/tiny.yaml': tiny.replace(from, to) });
const more = (components: string): Changes => ({ 'lessons/one/tiny.yaml': `${tiny}${components}\n` });
const RUN = 'topology: tiny\nfor: 30s\n';
const BALANCER = 'kind: load-balancer, balance: roundrobin, timeout: { connect: 5s, client: 5s, server: 5s }';
const GOAL = '{ measure: availability(0s..30s), expect: 99%..100%, says: All. }';
const PROOF = '\n```prove\nwins: {}\n```\n';

function mission(keys: string, body = `## A\n\nGo.\n\n> Hint: Look.\n\n## B\n\nDone.\n${PROOF}`): Changes {
  return {
    'missions/m.md': `---\nid: m\ntitle: M\nsummary: S.\ntopology: tiny\nfor: 30s\n${keys}\n---\n\n${body}`,
    'course.yaml': courseYaml.replace('quizzes: [q]', 'quizzes: [q]\n    missions: [m]'),
  };
}

export const examples: Readonly<Record<string, Changes>> = {
  alert: onPage('> [!NOTE]\n> Mind this.'),
  alias: course('[b, a]', '&x [b, a]\n    quizzes: *x'),
  'all-right': choices('- [x] A\n  > Yes.\n- [x] B\n  > Yes.'),
  'any-order': choices('1. One\n1. Two\n1. Three'),
  'blank-alone': choices('It is [[this]] here.'),
  'blank-command': choices('[[q]]'),
  'buried-block': onPage('- one\n\n  ```diagram\n  topology: tiny\n  words: x\n  ```'),
  'choice-box': choices('- [ ] A\n  > No.\n- B\n- [x] C\n  > Yes.'),
  'choice-code': choices('- [ ] ```\n  a\n  ```\n  > No.\n- [x] C\n  > Yes.'),
  'control-character': onPage('a\u0007b'),
  catalogue: { 'locales/de.yaml': 'messages:\n  map:\n    back: { one: a, other: b }\n' },
  cycle: more(
    `  lb-1: { ${BALANCER}, servers: { lb-2: {} } }\n  lb-2: { ${BALANCER}, servers: { lb-1: {} } }`,
  ),
  dangling: site('runs: [app-1]', 'runs: [app-1, app-9]'),
  'dead-link': onPage('See [it](nowhere.md).'),
  'diagram-form': block('diagram', 'topology: tiny\nart: x\nwords: W.'),
  'diagram-run': block('diagram', `${RUN}request: failed\nwords: W.`),
  'diagram-steps': block('diagram', 'topology: tiny\nwords: W.\nsteps: none'),
  'diagram-words': block('diagram', 'topology: tiny'),
  draft: front('draft: true'),
  'drawing-language': block('mermaid', 'graph TD'),
  'duplicate-choice': choices('- [ ] A\n  > No.\n- [x] B\n  > Yes.\n- [ ]  a\n  > No.'),
  emoji: onPage('A heart \u2764\ufe0f.'),
  empty: more(`  lb-1: { ${BALANCER}, servers: {} }`),
  'empty-blank': choices('[[ | ]]'),
  'empty-choice': choices('- [ ] A\n  > No.\n- [x] B\n  > Yes.\n- [ ] <!-- -->\n  > No.'),
  'empty-hint': asked({ prompt: 'Is it?\n\n> Hint:' }),
  'empty-lesson': { [A]: '---\nid: a\ntitle: A\nsummary: S.\n---\n' },
  'empty-page': { [A]: lesson('a', '## A\n\n## B\n\nText.\n') },
  'empty-quiz': { 'quizzes/q.md': '---\nid: q\ntitle: Q\n---\n\nNothing.\n' },
  'empty-stage': { 'course.yaml': `${courseYaml}  - id: three\n    title: Three\n` },
  'empty-step': choices('1. One\n2. <!-- -->\n3. Three'),
  exam: { 'quizzes/q.md': quiz('q', question('q-1')).replace('title', 'exam: { draw: 1 }\ntitle') },
  extends: course('language: en', 'extends: other@1'),
  fault: block('simulate', `${RUN}fault: [40s kill app-1]\nlook-for: What?`),
  'feedback-indent': choices('- [ ] A\n  > No.\n- [x] B\n> Yes.'),
  'few-steps': choices('1. One\n2. Two'),
  footnote: asked({ prompt: 'Is it?[^1]' }),
  'footnote-empty': onPage('True[^1].\n\n[^1]:'),
  'footnote-limit': onPage(`True[^1].\n\n[^1]: ${'so '.repeat(400)}`),
  'footnote-twice': onPage('True[^1].\n\n[^1]: Here.\n[^1]: There.'),
  'footnote-undefined': onPage('True[^rfc].\n\n[^rfc1]: Here.'),
  'footnote-unused': onPage('True.\n\n[^1]: Here.'),
  format: course('format: 1', 'format: 2'),
  formula: onPage('It is $O(n^2)$.'),
  'front-matter': { [A]: '---\nid: a\n\nText.\n' },
  goals: mission('goals: []'),
  html: onPage('Some <b>bold</b> text.'),
  id: site('id: tiny', 'id: 1 tiny'),
  'id-form': {
    [A]: lesson('a').replace('id: a', 'id: My A'),
    'course.yaml': courseYaml.replace('[b, a]', '[b, My A]'),
  },
  'id-twice': { 'lessons/two/third.md': lesson('a') },
  image: onPage('See ![a cat](cat.png).'),
  'implied-host': {
    'lessons/one/tiny.yaml': tiny
      .replace('server-1: {', 'app-2-host: {')
      .replace('components:', 'components:\n  app-2: { kind: app-server, workers: 4, service: 10ms }'),
  },
  'invisible-character': onPage('a\u200bb'),
  'key-position': inQuiz(
    ['q-1', 'q-2', 'q-3', 'q-4']
      .map((id) => question(id, { choices: '- [x] A\n  > Yes.\n- [ ] B\n  > No.\n- [ ] C\n  > No.' }))
      .join('\n'),
  ),
  'key-twice': front('id: z'),
  language: course('language: en', 'language: klingonisch'),
  link: onPage('See [it](ftp://a.b).'),
  'listed-twice': course('[b, a]', '[b, a, a]'),
  listing: block('transcript', 'text: $ ss -ltn'),
  'long-page': onPage('word '.repeat(230)),
  'look-for': block('simulate', RUN),
  markdown: onPage('```sh\nnever closed'),
  measure: proven(`${RUN}measure: faild(0s..9s)\nexpect: { 1: 0%..1%, 2: 9%..10% }`),
  missing: site('workers: 4, ', ''),
  'missing-id': {
    [A]: lesson('a').replace('id: a\n', ''),
    'course.yaml': courseYaml.replace('[b, a]', '[b, first]'),
  },
  'missing-summary': { [A]: lesson('a').replace('summary: About a.\n', '') },
  'missing-title': { [A]: lesson('a').replace('title: Lesson a\n', '') },
  'missing-topology': block('simulate', 'for: 30s\nlook-for: What?'),
  'mission-parts': mission(`goals: [${GOAL}]`, `## A\n\nGo.\n\n> Hint: Look.\n${PROOF}`),
  'nearly-a-choice': choices('- [ ] A\n  > No.\n-[ ] Never\n- [x] B\n  > Yes.'),
  'no-explanation': asked({ after: ' ' }),
  'no-feedback': choices('- [ ] A\n- [x] B\n  > Yes.'),
  'no-hint': inQuiz(question('q-1').replace('> Hint: Look.\n\n', '')),
  'no-prompt': asked({ prompt: ' ' }),
  'no-proof': mission(`goals: [${GOAL}]`, '## A\n\nGo.\n\n> Hint: Look.\n\n## B\n\nDone.\n'),
  'no-right-answer': choices('- [ ] A\n  > No.\n- [ ] B\n  > No.'),
  'no-source': more('  db-1: { kind: database, role: replica }'),
  'no-upstream': more('  web-1: { kind: web-server }'),
  'not-keys': block('simulate', '- a list'),
  notes: block('notes', ' '),
  'number-form': choices('[[= many]]'),
  'number-unit': choices('- [=] 4s..6s\n  > Yes.\n- [ ] 5%..6%\n  > No.'),
  'one-choice': choices('- [x] A\n  > Yes.'),
  'outside-quiz': { 'quizzes/q.md': `${quiz('q', question('q-1'))}\nLost.\n` },
  'own-prerequisite': front('prerequisites: [a]'),
  'own-source': more('  db-1: { kind: database, role: replica, source: db-1 }'),
  play: mission(
    `goals: [${GOAL}]`,
    `## A\n\nGo.\n\n> Hint: Look.\n\n## B\n\nDone.\n\n\`\`\`prove\nwins: { set: [app-1.workers=9] }\n\`\`\`\n`,
  ),
  'point-answer': choices('```point\ntopology: tiny\n```'),
  predict: block('predict', `${RUN}measure: failed(0s..9s)\nguesses: { a: 0%..1%, b: 2%..3% }\ndebrief: So.`),
  'primary-source': more(
    '  db-1: { kind: database, role: primary, source: db-2 }\n  db-2: { kind: database }',
  ),
  prove: proven(`${RUN}measure: failed(0s..9s)`),
  'question-form': choices('Nothing to choose.'),
  'question-id': inQuiz(question('q-1').replace('<!-- id: q-1 -->\n\n', '')),
  'quiz-in-lesson': onPage('<quiz>\n\nWhich?\n\n- [ ] a\n- [x] b\n\n</quiz>'),
  'quiz-tag': { 'quizzes/q.md': `${quiz('q', question('q-1'))}\n</quiz>\n` },
  'ran-twice': site(
    'server-1: { runs: [app-1] }',
    'server-1: { runs: [app-1] }\n  server-2: { runs: [app-1] }',
  ),
  range: proven(`${RUN}measure: failed(0s..9s)\nexpect: { 1: some, 2: 9%..10% }`),
  'ranges-overlap': proven(`${RUN}measure: failed(0s..9s)\nexpect: { 1: 0%..50%, 2: 40%..100% }`),
  'ranges-part': asked({
    choices: '- [x] A\n  > Yes.\n- [x] B\n  > Yes.\n- [ ] C\n  > No.',
    after: `Since.\n\n\`\`\`prove\n${RUN}measure: failed(0s..9s)\nexpect: { 1: 0%..1%, 2: 5%..6%, 3: 9%..10% }\n\`\`\``,
  }),
  reserved: more('  users: { kind: app-server, workers: 4, service: 10ms }'),
  'same-id': site('server-1: {', 'app-1: {'),
  'second-blank': choices('[[one]]\n\n[[two]]'),
  'second-order': choices('1. One\n2. Two\n3. Three\n\nAnd:\n\n1. Four\n2. Five'),
  'second-point': choices(
    '```point\nanswer: [app-1]\ntopology: tiny\n```\n\n```point\nanswer: [app-1]\ntopology: tiny\n```',
  ),
  sees: mission(`may: { sees: little }\ngoals: [${GOAL}]`),
  set: block('simulate', `${RUN}set: [app-1.wrkers=2]\nlook-for: What?`),
  slot: { 'locales/de.yaml': 'messages:\n  map:\n    "{0} read": "{1} gelesen"\n' },
  'source-cycle': more(
    '  db-1: { kind: database, role: replica, source: db-2 }\n  db-2: { kind: database, role: replica, source: db-1 }',
  ),
  stages: { 'course.yaml': courseYaml.replace(/stages:[\s\S]*/, 'stages: []\n') },
  'step-number': choices('1. One\n3. Two\n2. Three'),
  stray: { 'lessons/three/x.md': lesson('x') },
  switch: more('switches: { where: { here: { traffic: { rate: 9 } }, there: {} } }'),
  'tab-in-art': block('diagram', 'art: |\n  a\tb\nwords: W.'),
  tag: front('tags: !mine x'),
  'task-list': onPage('- [ ] Do it'),
  'term-twice': { 'glossary.md': '## VIP\n\nOne.\n\n## vip\n\nTwo.\n' },
  'too-many': site('A: [app-1]', `A: [${'app-1, '.repeat(501)}app-1]`),
  translates: { 'locales/de/lessons/one/first.md': lesson('a') },
  'translates-nothing': { 'locales/de/lessons/one/zero.md': lesson('zero') },
  translation: { 'locales/de/lessons/one/first.md': lesson('b') },
  'unknown-block': block('diagrm', 'topology: tiny'),
  'unknown-component': choices('```point\nanswer: [app-9]\ntopology: tiny\n```'),
  'unknown-field': site('workers: 4', 'workers: 4, wrkers: 4'),
  'unknown-key': front('sumary: S.'),
  'unknown-kind': site('kind: app-server', 'kind: app-sever'),
  'unknown-lesson': front('prerequisites: [lost]'),
  'unknown-mission': course('quizzes: [q]', 'quizzes: [q]\n    missions: [lost]'),
  'unknown-quiz': course('quizzes: [q]', 'quizzes: [lost]'),
  'unknown-stage': { 'quizzes/q.md': quiz('q', question('q-1')).replace('title', 'stage: tow\ntitle') },
  'unknown-switch': mission(`may: { switches: [where] }\ngoals: [${GOAL}]`),
  'unknown-topology': front('topology: tny'),
  'unknown-verb': mission(`may: { faults: [kil] }\ngoals: [${GOAL}]`),
  unlisted: { 'lessons/two/new.md': lesson('new') },
  unreached: more('  app-2: { kind: app-server, workers: 4, service: 10ms }'),
  unreadable: { [A]: { unread: 'too-large' } },
  value: site('rate: 10', 'rate: many'),
  'vip-nowhere': {
    'lessons/one/tiny.yaml': `${tiny.replace('runs: [app-1]', 'runs: [app-1, ka-1]')}  ka-1: { kind: keepalived, vip: vip-1 }\n`,
  },
  whiteboard: block('whiteboard', 'ask: Draw it.\nminutes: 5\npoints: [one]'),
  'wide-art': block('diagram', `art: |\n  ${'x'.repeat(77)}\nwords: W.`),
  'wide-code': block('sh', 'x'.repeat(84)),
  'wrong-form': front('minutes: soon'),
  'wrong-kind': more(
    `  lb-1: { ${BALANCER}, servers: { ka-1: {} } }\n  ka-1: { kind: keepalived, vip: vip-1 }`,
  ),
  yaml: front('tags: [a: b: c'),
  'yaml-size': front(`tags: ${'['.repeat(200)}${']'.repeat(200)}`),
};
