import { describe, expect, test } from 'vitest';
import { lintCourse } from '../../src/course/lint.ts';
import { fixCourse } from '../../src/course/lint-fix.ts';
import { courseYaml, lesson, question, quiz, smallCourse, tiny } from './small-course.ts';

type Changes = NonNullable<Parameters<typeof smallCourse>[0]>;

function lint(changes: Changes): string[] {
  const found = lintCourse(smallCourse(changes));
  return found.map(({ file, line, column, severity, rule, message }) => {
    return `${file.replace('course/', '')}:${line}:${column} ${severity} ${rule}: ${message}`;
  });
}

const a = 'lessons/one/first.md';
const q = 'quizzes/q.md';

test('a course without a fault', () => {
  expect(lint({})).toEqual([]);
});

const cases: Record<string, [Changes, string[]]> = {
  'no front matter': [
    { [a]: '# First\n\nText.\n', 'course.yaml': courseYaml.replace('[b, a]', '[b, first]') },
    [
      `${a}:1:1 error front-matter: There is no front matter: begin the file with ---, "id: ...", "title: ..." and --- ("infra-tutor course lint --fix" does it).`,
    ],
  ],
  'front matter without a title and a summary': [
    { [a]: '---\nid: a\n---\n\n# First\n\nText.\n' },
    [
      `${a}:1:1 error missing-title: The front matter has no title: write "title: ..." ("infra-tutor course lint --fix" does it).`,
      `${a}:1:1 warning missing-summary: The front matter has no summary: write one sentence for the course map, "summary: ...".`,
    ],
  ],
  'front matter that is never closed': [
    { [a]: '---\nid: a\n\nText.\n', 'course.yaml': courseYaml.replace('[b, a]', '[b, first]') },
    [
      `${a}:1:1 error front-matter: The front matter is never closed: put a line with --- after its last key.`,
    ],
  ],
  'broken YAML, which says nothing of what is missing': [
    {
      [a]: `---\nid: a\ntitle: One: two\n---\n\n## A\n\n\`\`\`diagram\ntopology: tiny\nwords: One: two\n\`\`\`\n`,
      [q]: quiz('q', question('q-1', { after: 'Since.\n\n```prove\ntopology: tiny\nmeasure: a: b\n```' })),
    },
    [
      `${a}:3:8 error yaml: There is a second ": " in this line: put the text in quotes, such as title: "One: two".`,
      `${a}:10:8 error yaml: There is a second ": " in this line: put the text in quotes, such as title: "One: two".`,
      `${q}:23:10 error yaml: There is a second ": " in this line: put the text in quotes, such as title: "One: two".`,
    ],
  ],
  'a course.yaml of aliases': [
    { 'course.yaml': courseYaml.replace('[b, a]', '&x [b, a]').replace('[q]', '[q, *x, *x, *x, *x, *x]') },
    [18, 22, 26, 30, 34].map(
      (column) => `course.yaml:11:${column} error alias: \`*x\` repeats another place: write it out here.`,
    ),
  ],
  'a list of stages with none': [
    { 'course.yaml': courseYaml.replace(/stages:[\s\S]*/, 'stages: []\n') },
    [
      'course.yaml:5:9 error stages: course.yaml has no stages: until it lists them, the folders in lessons/ are shown as stages.',
    ],
  ],
  'a lesson before itself, and a block that is nearly ours': [
    {
      [a]: `${lesson('a', '## A\n\n```diagrm\ntopology: tiny\n```\n\n```bash\nls\n```\n').replace('summary', 'prerequisites: [a]\nsummary')}`,
    },
    [
      `${a}:4:17 error own-prerequisite: This lesson names itself as a prerequisite: take it out.`,
      `${a}:10:1 warning unknown-block: A "diagrm" block is shown as code: did you mean "diagram"?`,
    ],
  ],
  'an unknown key': [
    { [a]: lesson('a').replace('summary', 'sumary') },
    [
      `${a}:1:1 warning missing-summary: The front matter has no summary: write one sentence for the course map, "summary: ...".`,
      `${a}:4:1 warning unknown-key: "sumary" is not a key of a lesson's front matter: did you mean "summary"?`,
    ],
  ],
  'a word of the glossary twice': [
    { 'glossary.md': '## VIP\n\nOne.\n\n## vip\n\nTwo.\n' },
    ['glossary.md:5:1 error term-twice: "vip" already stands in line 1: put both meanings into one.'],
  ],
  'a key twice': [
    { [a]: lesson('a').replace('summary', 'id: z\nsummary') },
    [`${a}:4:1 error key-twice: \`id\` is written twice, first in line 2: keep one.`],
  ],
  'wrong values': [
    { [a]: lesson('a').replace('summary', 'minutes: soon\ndraft: perhaps\ntags: { x: y }\nsummary') },
    [
      `${a}:4:10 error wrong-form: minutes is "soon": write a whole number from 1 to 600.`,
      `${a}:5:8 error wrong-form: draft is "perhaps": write true or false.`,
      `${a}:6:7 error wrong-form: tags wants a list of texts: write "tags: [one, two]".`,
    ],
  ],
  'names that lead nowhere': [
    {
      [a]: lesson('a').replace('summary', 'prerequisites: [x9, b]\ntopology: tny\nsummary'),
      'course.yaml': courseYaml
        .replace('[b, a]', '[b, a, lost]')
        .replace('[q]', '[q, r]')
        .replace('topology: tiny', 'topology: huge'),
    },
    [
      'course.yaml:9:5 error unknown-topology: The course has no topology "huge": it has tiny.',
      'course.yaml:10:21 error unknown-lesson: No lesson has the id "lost": take it out of the list, or write the lesson.',
      'course.yaml:11:18 error unknown-quiz: No quiz has the id "r": did you mean "q"?',
      `${a}:4:17 error unknown-lesson: No lesson has the id "x9", named as a prerequisite: take it out.`,
      `${a}:5:1 error unknown-topology: The course has no topology "tny": did you mean "tiny"?`,
    ],
  ],
  'an id twice, and nothing of what follows from it': [
    { 'lessons/two/third.md': lesson('c').replace('id: c', 'id: a') },
    [
      'lessons/two/third.md:2:1 error id-twice: The id "a" already belongs to course/lessons/one/first.md: give this one another.',
    ],
  ],
  'files that nobody sees': [
    {
      'lessons/three/x.md': lesson('x'),
      'lessons/y.md': lesson('y'),
      'quizzes/deep/z.md': quiz('z', question('z')),
    },
    [
      'lessons/three:1:1 warning stray: No stage has the id "three", so this folder is not shown: add the stage to course.yaml, or rename the folder to one of one and two.',
      'lessons/y.md:1:1 warning stray: This lesson lies in no stage, so it is not shown: move it into lessons/<stage id>/.',
      'quizzes/deep:1:1 warning stray: Quizzes lie in quizzes/ itself, so this folder is not read: move its files up.',
    ],
  ],
  'files that are not listed': [
    {
      'lessons/two/new.md': lesson('new'),
      'quizzes/r.md': quiz('r', question('r')).replace('title', 'stage: tow\ntitle'),
    },
    [
      'lessons/two/new.md:1:1 warning unlisted: "new" is not listed in course.yaml, so it is shown last: list it where it belongs.',
      'quizzes/r.md:1:1 warning unlisted: "r" is not listed in course.yaml, so it is shown last: list it where it belongs.',
      'quizzes/r.md:3:1 error unknown-stage: No stage has the id "tow": did you mean "two"?',
    ],
  ],
  'a draft and an id that is hard to type': [
    {
      [a]: lesson('a').replace('id: a', 'id: My Lesson\ndraft: true'),
      'course.yaml': courseYaml.replace('[b, a]', '[b, My Lesson]'),
    },
    [
      `${a}:2:1 warning id-form: The id "My Lesson" is hard to type: use small letters, digits and "-" only.`,
      `${a}:3:1 warning draft: This is a draft, so learners do not see it: take out "draft: true" when it is ready.`,
    ],
  ],
  'pages that are empty or long': [
    { [a]: lesson('a', `## One\n\n## Two\n\n${'word '.repeat(230)}\n\n## Three\n\n<!-- later -->\n`) },
    [
      `${a}:7:1 error empty-page: The page "One" is empty: write something under it, or take the heading out.`,
      `${a}:9:1 warning long-page: The page "Two" has 230 words, more than a minute's reading: part it with another "## Title".`,
      `${a}:13:1 error empty-page: The page "Three" is empty: write something under it, or take the heading out.`,
    ],
  ],
  diagrams: [
    {
      [a]: lesson(
        'a',
        `## A\n\n\`\`\`diagram\nart: |\n  ok\n  ${'x'.repeat(77)}\n  a\tb\n\`\`\`\n\n\`\`\`diagram\ntopology: tinny\nwords: Seen.\n\`\`\`\n\n- in a list\n\n  \`\`\`diagram\n  topology: tiny\n  \`\`\`\n`,
      ),
    },
    [
      `${a}:9:1 error diagram-words: This diagram has no words: say in "words: ..." what it shows, for those who cannot see it.`,
      `${a}:12:79 warning wide-art: This line of the drawing is 77 columns wide: keep it within 76, or a small terminal cuts it.`,
      `${a}:13:4 error tab-in-art: There is a tab in this drawing: use spaces, since tabs are as wide as each terminal likes.`,
      `${a}:16:1 error unknown-topology: The course has no topology "tinny": did you mean "tiny"?`,
      `${a}:23:1 error buried-block: A diagram block must stand at the margin, not in a list or a quote: move it out.`,
    ],
  ],
  'characters that a terminal would obey': [
    { [a]: lesson('a', '## A\n\nRed \u001b[31m, &#27;[2J, &#x9b; and &#169;.\n\nA heart \u2764\ufe0f.\n') },
    [
      `${a}:9:5 error control-character: There is a control character here (U+001B), which terminals would obey: take it out.`,
      `${a}:9:12 error control-character: &#27; stands for a control character, which terminals would obey: take it out.`,
      `${a}:9:22 error control-character: &#x9b; stands for a control character, which terminals would obey: take it out.`,
      `${a}:11:10 warning emoji: There is an emoji with a variation selector (U+FE0F), whose width terminals disagree about: use a word or a plain sign.`,
    ],
  ],
  'runs that do not resolve': [
    {
      [a]: lesson(
        'a',
        '## A\n\n```simulate\ntopology: tiny\nfor: 30s\nset: [app-1.workers=2, app-1.wrkers=2]\nfault: [10s kil app-1, 40s kill app-1, 5s kill app-1]\nlook-for: x\n```\n\n```simulate\nfor: 5s\n```\n',
      ),
    },
    [
      `${a}:12:24 error set: `,
      `${a}:13:24 error fault: The run ends at 30s, before this happens: let it run longer, or let this happen earlier.`,
      `${a}:13:9 error fault: `,
      `${a}:17:1 error missing-topology: This simulate block does not say where it runs: write "topology: ID".`,
    ].sort(),
  ],
  'questions that can be asked, but better': [
    {
      [q]: quiz('q', '<quiz>\n\nIs it?\n\n- [ ] No\n- [x] Yes\n  > It is.\n- [ ]  no\n  > No.\n\n</quiz>\n'),
    },
    [
      `${q}:6:1 warning question-id: This question has no id, so it is called "q-1" and forgets its answers when it moves: write <!-- id: ... --> after <quiz>.`,
      `${q}:6:1 warning no-hint: This question has no hint: write "> Hint: ..." before the choices.`,
      `${q}:6:1 warning no-explanation: This question has no explanation: write a paragraph after the choices.`,
      `${q}:10:1 warning no-feedback: This choice has no feedback: say below it, indented, "> why it is right or wrong".`,
      `${q}:13:1 error duplicate-choice: This choice says the same as the one in line 10: change one of them.`,
    ],
  ],
  'questions that cannot be asked': [
    {
      [q]: quiz(
        'q',
        question('none', { choices: '- [ ] A\n  > No.\n- [ ] B\n  > No.' }),
        question('all', { choices: '- [x] A\n  > Yes.\n- [x] B\n  > Yes.' }),
        question('one', { choices: '- [x] A\n  > Yes.' }),
      ),
    },
    [
      `${q}:14:1 error no-right-answer: No choice is marked right: write [x] in the right one.`,
      `${q}:23:1 error all-right: All choices are right, so there is nothing to choose: add a wrong one, "- [ ] ...".`,
      `${q}:40:1 error one-choice: There is only one choice: write at least one wrong one, "- [ ] ...".`,
    ],
  ],
  'text that no question holds': [
    { [q]: `${quiz('q', question('q-1'))}\nLost.\n\n</quiz>\n` },
    [
      `${q}:23:1 warning outside-quiz: This stands after </quiz> and outside of any question, so nobody sees it: move it into a question.`,
      `${q}:25:1 error quiz-tag: This </quiz> closes nothing: write a line <quiz> before the question.`,
    ],
  ],
  proofs: [
    {
      [q]: quiz(
        'q',
        question('q-1', {
          after:
            'Since.\n\n```prove\ntopology: tiny\nfault: [10s kill app-1]\nmeasure: failed(20s..30s)\nexpect: { 1: 0%..50%, 2: 50%..100% }\n```',
        }),
      ),
    },
    [
      `${q}:21:1 error ranges-overlap: The ranges of choice 2, which is right, and choice 1 share a value: part them, such as 4s..6s and 7s..60s.`,
    ],
  ],
  'several right choices that one measure can never prove together': [
    {
      [q]: quiz(
        'q',
        question('q-1', {
          choices: '- [x] A\n  > Yes.\n- [x] B\n  > Yes.\n- [ ] C\n  > No.',
          after:
            'Since.\n\n```prove\ntopology: tiny\nmeasure: failed(20s..30s)\nexpect: { 1: 0%..40%, 2: 50%..60%, 3: 99%..100% }\n```',
        }),
      ),
    },
    [
      `${q}:23:1 error ranges-part: Choices 1 and 2 are both right, but no value lies in both ranges: write "measure" and "expect" as maps by choice, or let the ranges meet.`,
    ],
  ],
  'measures of what is not there, and a rate beyond all': [
    {
      [q]: quiz(
        'q',
        question('q-1', {
          choices: '- [x] A\n  > Yes.\n- [x] B\n  > Yes.\n- [ ] C\n  > No.',
          after:
            'Since.\n\n```prove\ntopology: tiny\nrate: 1000001\nmeasure: { 1: when(kill app-2), 2: share(server-1 1s..), 3: readable(users web) }\nexpect: { 1: never, 2: never, 3: 100% }\n```',
        }),
      ),
    },
    [
      `${q}:25:7 error wrong-form: rate is "1000001": write a number over 0, such as 100, and up to 1000000.`,
      `${q}:26:25 error measure: tiny has no component or host "app-2", so there is nothing to measure: did you mean "app-1"?`,
      `${q}:26:76 error measure: tiny has no component or host "web", so there is nothing to measure: name one that it has.`,
    ],
  ],
  'a stage without lessons, a stage without an id, two with one': [
    {
      'course.yaml': `${courseYaml}  - id: three\n    title: Three\n  - title: Nameless\n  - id: one\n    title: Again\n`,
    },
    [
      'course.yaml:19:5 error id-twice: The stage "one" stands here twice: give each stage an id of its own.',
      'course.yaml:16:5 warning empty-stage: The stage "three" has no lessons: put a markdown file into lessons/three/.',
      'course.yaml:18:5 error missing-id: This stage has no id: write "id: ...", the name of its folder in lessons/.',
    ],
  ],
  'a component that no request reaches, and one that a switch or a change of a name leads to': [
    {
      'lessons/one/tiny.yaml': `${tiny}  app-2: { kind: app-server, workers: 4, service: 10ms }
  app-3: { kind: app-server, workers: 4, service: 10ms }
  app-4: { kind: app-server, workers: 4, service: 10ms }
switches:
  where: { here: {}, there: { dns: { www.foobar.com: { A: [app-3] } } } }
`,
      [a]: lesson('a', '## A\n\nAt 10 s `dns-change www.foobar.com app-4`.\n'),
    },
    [
      'lessons/one/tiny.yaml:10:1 warning unreached: No request reaches "app-2": name it in dns, servers, upstream, reads or writes, or take it out.',
    ],
  ],
  'keys that all stand in one place': [
    {
      [q]: quiz(
        'q',
        ...['q-1', 'q-2', 'q-3', 'q-4'].map((id) =>
          question(id, { choices: '- [ ] A\n  > No.\n- [x] B\n  > Yes.\n- [ ] C\n  > No.' }),
        ),
      ),
    },
    [
      `${q}:6:1 warning key-position: Choice 2 is the right one in all 4 questions, which shows wherever they are printed as they stand here: move some.`,
    ],
  ],
  'an invisible sign in the glossary': [
    { 'glossary.md': '## A\n\na\u200bb\n' },
    [
      'glossary.md:3:2 warning invisible-character: There is a character here that nobody sees (U+200B), so it is left out: delete it.',
    ],
  ],
  'another format': [
    { 'course.yaml': courseYaml.replace('format: 1', 'format: 2') },
    [
      'course.yaml:1:1 error format: This course has format "2", and this program reads format 1: write "format: 1", or use a newer program.',
    ],
  ],
};

describe('lint says where and what to do', () => {
  test.each(Object.entries(cases))('%s', (name, [changes, expected]) => {
    const said = lint(changes);
    if (name === 'runs that do not resolve') {
      expect(said.map((line) => line.replace(/(set|fault): (?!The run ends).*/, '$1: ')).sort()).toEqual(
        expected,
      );
    } else expect(said).toEqual(expected);
  });

  test('a topology is linted as the simulator reads it', () => {
    const said = lint({ 'lessons/one/tiny.yaml': tiny.replace('runs: [app-1]', 'runs: [app-2]') });
    expect(said[0]).toMatch(/^lessons\/one\/tiny\.yaml:\d+:\d+ error /);
  });
});

describe('lint --fix', () => {
  const broken: Changes = {
    [a]: '# First: of *all*\r\n\r\nText.\r\n',
    'lessons/two/third.md': '---\nid: c\nsummary: About c.\n---\n\n## Page\n\nText.\n',
    [q]: question('q-1'),
    'course.yaml': courseYaml.replace('[b, a]', '[b, first]'),
  };

  test('adds the id and title that are missing, and touches nothing else', () => {
    const fixed = fixCourse(smallCourse(broken));
    expect(fixed.map(({ path, text }) => [path, text])).toEqual([
      [a, '---\r\nid: first\r\ntitle: "First: of all"\r\n---\r\n\r\n# First: of *all*\r\n\r\nText.\r\n'],
      ['lessons/two/third.md', '---\ntitle: Page\nid: c\nsummary: About c.\n---\n\n## Page\n\nText.\n'],
      [q, `---\nid: q\ntitle: q\n---\n\n${question('q-1')}`],
    ]);
  });

  test('leaves only warnings, and nothing for a second time', () => {
    const fixed = Object.fromEntries(fixCourse(smallCourse(broken)).map(({ path, text }) => [path, text]));
    const mended = { ...broken, ...fixed };
    expect(lint(mended).filter((line) => line.includes(' error '))).toEqual([]);
    expect(fixCourse(smallCourse(mended))).toEqual([]);
  });

  test('keeps away from front matter that it cannot read', () => {
    const unread = {
      [a]: '---\ntitle: One: two\n---\n\nText.\n',
      'lessons/two/third.md': '---\nid: c\n\nText.\n',
    };
    expect(fixCourse(smallCourse(unread))).toEqual([]);
  });
});
