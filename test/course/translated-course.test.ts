import { describe, expect, it } from 'vitest';
import { type CourseFiles, memoryFiles } from '../../src/course/course-files.ts';
import { lessonOn } from '../../src/course/lesson-on.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Course, Lesson } from '../../src/course/model.ts';
import type { BlockOf } from '../../src/course/page-blocks.ts';
import { judgeSaid } from '../../src/course/predictions/said.ts';
import { textRevision, translatedCourse } from '../../src/course/translated-course.ts';
import { headingsOf, keptPage } from '../../src/learner/kept-page.ts';

const quiz = (words: Record<'prompt' | 'hint' | 'one' | 'two' | 'three', string>, marks = ' x ') => `---
id: q
title: ${words.prompt}
---

<quiz>

<!-- id: choice -->

${words.prompt}

> ${words.hint}

- [${marks[0]}] ${words.one}
- [${marks[1]}] ${words.two}
- [${marks[2]}] ${words.three}

</quiz>

<quiz>

<!-- id: steps -->

${words.prompt}

1. ${words.one}
2. ${words.two}
3. ${words.three}

</quiz>
`;
const english = { prompt: 'Which?', hint: 'Hint: look', one: 'One', two: 'Two', three: 'Three' };
const german = { prompt: 'Welches?', hint: 'Hinweis: schau', one: 'Eins', two: 'Zwei', three: 'Drei' };

const lesson = (title: string, ask: string, guesses: string) => `---
id: l
title: ${title}
minutes: 7
---

## ${title}

\`\`\`predict
topology: t
for: 60s
ask: ${ask}
measure: when(marks-down web-2) - 10s
guesses: { ${guesses} }
debrief: ${title}
\`\`\`
`;

const original = {
  'course.yaml':
    'format: 1\nid: c\ntitle: Course\nstages:\n  - { id: s, title: Stage, summary: First, lessons: [l], quizzes: [q] }\n',
  'glossary.md': '## Failover\n\nThe other one takes over.\n',
  'lessons/s/l.md': lesson('Dead', 'When?', 'soon: 0s..6s, never: never'),
  'lessons/s/t.yaml': 'id: t\ntitle: Two servers\n',
  'lessons/s/m.md': '---\nid: m\ntitle: Later\n---\n\n## Later\n\nText.\n',
  'quizzes/q.md': quiz(english),
};
const translation = {
  'locales/de/course.yaml': 'title: Kurs\nstages: { s: { title: Stufe } }\ntopologies: { t: Zwei Server }\n',
  'locales/de/glossary.md': '## Ausfallübernahme\n\nDer andere springt ein.\n',
  'locales/de/lessons/s/l.md': lesson('Tot', 'Wann?', 'bald: 0s..6s, nie: never'),
  'locales/de/quizzes/q.md': quiz(german),
};

function filesWith(more: Record<string, string> = {}): CourseFiles {
  return {
    ...memoryFiles('c', { ...original, ...translation, ...more }),
    program: {
      languages: ['de'],
      catalogue: () => ({ language: 'de', hints: ['Hinweis'], sections: new Map() }),
      sentences: () => ({ map: [{ key: 'back', slots: [] }] }),
    },
  };
}

function coursesOf(more: Record<string, string> = {}): { readonly before: Course; readonly after: Course } {
  const files = filesWith(more);
  const before = loadCourse('c', { files });
  return { before, after: translatedCourse(before, [files], 'de') };
}

const questionsOf = ({ stages }: Course) => stages[0]?.quizzes[0]?.questions ?? [];

describe('a course in another language', () => {
  it('is said in that language where it is translated, and else as it was written', () => {
    const [stage] = coursesOf().after.stages;
    expect(coursesOf().after.title).toBe('Kurs');
    expect(stage).toMatchObject({ title: 'Stufe', summary: 'First' });
    expect(coursesOf().after.topologies.map(({ title }) => title)).toEqual(['Zwei Server']);
    expect(stage?.lessons.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Tot', 7],
      ['Later', 1],
    ]);
    expect(coursesOf().after.glossary.map(({ term }) => term)).toEqual(['Ausfallübernahme']);
  });

  it('is the same for the journal: ids, revisions and items are those of the original', () => {
    const { before, after } = coursesOf();
    for (const [index, question] of questionsOf(after).entries()) {
      const other = questionsOf(before)[index];
      expect(question.prompt).not.toEqual(other?.prompt);
      expect(question).toMatchObject({ id: other?.id, revision: other?.revision });
      const ids = (asks: typeof question.asks | undefined) =>
        asks !== undefined && 'items' in asks ? asks.items.map(({ id }) => id) : [];
      expect(ids(question.asks)).toEqual(ids(other?.asks));
      expect(ids(question.asks)).toHaveLength(3);
    }
    expect(questionsOf(after).map(({ hints }) => hints)).toEqual([['schau'], []]);
  });

  it('keeps a guess as it is called in the original', () => {
    const predicted = ({ stages }: Course) =>
      stages[0]?.lessons[0]?.pages[0]?.blocks.find(
        (block): block is BlockOf<'predict'> => block.kind === 'predict',
      )?.prediction;
    const { before, after } = coursesOf();
    const [prediction, other] = [predicted(after), predicted(before)];
    expect(prediction).toMatchObject({ id: other?.id, ask: 'Wann?' });
    expect(prediction?.guesses.map(({ text }) => text)).toEqual(['bald', 'nie']);
    expect(prediction && judgeSaid(prediction, 1, [1])).toEqual({ guess: 'never', right: true });
  });

  it('goes on at the page that was left in another language', () => {
    const { before, after } = coursesOf();
    const lessonIn = ({ stages }: Course) => stages[0]?.lessons[0] as Lesson;
    const [heading = ''] = headingsOf(lessonIn(after));
    expect(heading).toBe('Dead');
    for (const course of [before, after])
      expect(keptPage(lessonIn(course), 0, { heading, down: 0 })).toEqual({ page: 0, isGone: false });
  });

  it('is found by the words that the original is found by', () => {
    expect(lessonOn(coursesOf().after, ['dead'])).toMatchObject({ id: 'l', title: 'Tot' });
  });

  it('asks a question as it was written when the translation has another key, and another number of choices', () => {
    for (const wrong of [quiz(german, 'x  '), quiz(german).replace('- [ ] Drei\n', '')]) {
      const { before, after } = coursesOf({ 'locales/de/quizzes/q.md': wrong });
      expect(questionsOf(after)[0]).toEqual(questionsOf(before)[0]);
      expect(questionsOf(after)[1]?.prompt).not.toEqual(questionsOf(before)[1]?.prompt);
    }
  });

  it('asks for the same number of what has another word in that language', () => {
    const asked = (answer: string) =>
      `---\nid: n\n---\n\n<quiz>\n\n<!-- id: n -->\n\n?\n\n[[= ${answer}]]\n\n</quiz>\n`;
    const unitOf = (answer: string) => {
      const { after } = coursesOf({
        'course.yaml': original['course.yaml'].replace('[q]', '[n]'),
        'quizzes/n.md': asked('50 +- 1 requests'),
        'locales/de/quizzes/n.md': asked(answer),
      });
      return questionsOf(after)[0]?.asks;
    };
    expect(unitOf('50 +- 1 Anfragen')).toMatchObject({ unit: { word: 'Anfragen' } });
    for (const other of ['51 +- 1 Anfragen', '50 +- 2 Anfragen', '50 +- 1 s']) {
      expect(unitOf(other)).toMatchObject({ unit: { word: 'requests' } });
    }
  });

  it('is as it was written where a translation is broken', () => {
    const { after } = coursesOf({
      'locales/de/lessons/s/l.md': '---\nid: [\n---\n',
      'locales/de/course.yaml': '[',
    });
    expect(after.title).toBe('Course');
    expect(after.stages[0]?.lessons[0]).toMatchObject({ title: 'Dead', problem: undefined });
  });
});

describe('lint of a translation', () => {
  const told = (more: Record<string, string>) =>
    lintCourse(filesWith(more))
      .filter(({ file }) => file.startsWith('c/locales'))
      .map(({ file, rule, message }) => `${file.slice(10)} ${rule}: ${message}`);
  const revision = textRevision(original['quizzes/q.md']);
  const from = (text: string, by = revision) => text.replace('id: q', `id: q\ntranslates: ${by}`);
  const rest = {
    'locales/de/lessons/s/l.md': translation['locales/de/lessons/s/l.md'].replace(
      'id: l',
      `id: l\ntranslates: ${textRevision(original['lessons/s/l.md'])}`,
    ),
  };

  it('has nothing to say of one that says the same as its original', () => {
    expect(told({ ...rest, 'locales/de/quizzes/q.md': from(quiz(german)) })).toEqual([]);
  });

  it('says what differs but words, and that the original has changed since', () => {
    const other = { 'locales/de/quizzes/q.md': from(quiz(german, 'x  '), '00000000') };
    expect(told({ ...rest, ...other })).toEqual([
      expect.stringMatching(`quizzes/q.md translates: The original has changed .* "translates: ${revision}"`),
      expect.stringMatching('quizzes/q.md translation: The question "choice" has another'),
    ]);
    const blocks = {
      'locales/de/lessons/s/l.md': rest['locales/de/lessons/s/l.md'].replace('0s..6s', '0s..7s'),
    };
    expect(told({ ...blocks, 'locales/de/quizzes/q.md': from(quiz(german)) })).toEqual([
      expect.stringMatching('lessons/s/l.md translation: On the page "Tot" stands another predict block'),
    ]);
  });

  it('counts what a catalogue lacks and has too much, and knows a hint of another language', () => {
    const files = filesWith({
      'locales/fr.yaml': 'messages:\n  map:\n    gone: parti\n',
      'quizzes/q.md': quiz({ ...english, hint: 'Hinweis: look' }),
    });
    const rules = ['stale-sentence', 'hint-word'];
    expect(
      lintCourse(files)
        .filter(({ rule }) => rules.includes(rule))
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(['hint-word', 'stale-sentence']);
  });
});
