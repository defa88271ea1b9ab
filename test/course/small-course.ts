import { type CourseFiles, memoryFiles, type Unread } from '../../src/course/course-files.ts';

type Content = string | Uint8Array | { readonly unread: Unread };

export const courseYaml = `format: 1
id: small
title: Small
language: en
stages:
  - id: one
    title: One
    summary: The first.
    topology: tiny
    lessons: [b, a]
    quizzes: [q]
  - id: two
    title: Two
    summary: The second.
    lessons: [c]
`;

export const tiny = `format: 1
id: tiny
title: Tiny # a comment
traffic: { rate: 10 }
dns: { www.foobar.com: { A: [app-1], ttl: 300s } }
hosts:
  server-1: { runs: [app-1] }
components:
  app-1: { kind: app-server, workers: 4, service: 10ms }
`;

export function lesson(id: string, body = `## Page\n\nText.\n`): string {
  return `---\nid: ${id}\ntitle: Lesson ${id}\nsummary: About ${id}.\n---\n\n${body}`;
}

/** The page of a lesson that lets one guess what `tiny` does when it is broken. */
export const predictPage = `## See it happen

\`\`\`predict
topology: tiny
for: 20s
fault: [10s kill app-1]
ask: What do users get after the kill?
measure: failed(11s..20s)
guesses: { an error: 90%..100%, an answer: 0%..10% }
debrief: Nobody asks it any more.
\`\`\`
`;

/** A question that lint has nothing to say about, with a part replaced. */
export function question(
  id: string,
  parts: { prompt?: string; choices?: string; after?: string } = {},
): string {
  const choices = parts.choices ?? '- [ ] No\n  > It is not.\n- [x] Yes\n  > It is.';
  return `<quiz>\n\n<!-- id: ${id} -->\n\n${parts.prompt ?? 'Is it?'}\n\n> Hint: Look.\n\n${choices}\n\n${parts.after ?? 'Since it is.'}\n\n</quiz>\n`;
}

export function quiz(id: string, ...questions: string[]): string {
  return `---\nid: ${id}\ntitle: Quiz ${id}\n---\n\n${questions.join('\n')}`;
}

/** A course without a fault, in memory, with files added, replaced or (undefined) taken away. */
export function smallCourse(changes: Readonly<Record<string, Content | undefined>> = {}): CourseFiles {
  const contents: Record<string, Content | undefined> = {
    'course.yaml': courseYaml,
    'lessons/one/first.md': lesson('a'),
    'lessons/one/second.md': lesson('b'),
    'lessons/one/tiny.yaml': tiny,
    'lessons/two/third.md': lesson('c'),
    'quizzes/q.md': quiz('q', question('q-1')),
    ...changes,
  };
  const kept = Object.entries(contents).flatMap(([path, content]) =>
    content === undefined ? [] : [[path, content]],
  );
  return memoryFiles('course', Object.fromEntries(kept));
}
