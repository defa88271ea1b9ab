/** The shipped quizzes and a few that are hard to write, as portable questions. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PortableQuiz, portableQuiz } from '../../../src/course/export/portable.ts';
import { loadCourse } from '../../../src/course/load-course.ts';
import type { Course } from '../../../src/course/model.ts';
import { topologiesOf } from '../../../src/course/topologies.ts';
import { quizzesOf } from '../../../src/learner/standing.ts';
import { readTopology } from '../../../src/topology/read.ts';

export interface Exported {
  readonly course: Course;
  readonly quizzes: readonly PortableQuiz[];
}

function exported(course: Course): Exported {
  const openTopology = topologiesOf(course, readTopology);
  return { course, quizzes: quizzesOf(course).map((quiz) => portableQuiz(quiz, openTopology)) };
}

export const shipped: Exported = exported(loadCourse('.'));

/** A choice that holds every sign with a meaning in some format, and an answer of each kind. */
const hard = `---
title: "Signs & <wonders>: a/b"
---

<quiz>

<!-- id: signs -->

Which of \`{a} = #b ~ c: d\\e\` is "right" <here> & now?

\`\`\`
GET / HTTP/1.1

Host: www.foobar.com
\`\`\`

- [x] \`~ = # { } : \\n\` & <b> "quoted", it's

  > Right: \`{=}\` #1 ~

- [ ] plain

  > No -> not that: 50 % {~}

> Hint: \`=\` {hint}

Because 1 < 2 & {3 = 3}.

</quiz>

<quiz>

<!-- id: window -->

How long?

[[= 5 +- 1 s]]

> Hint: seconds

It takes 4 to 6 s.

</quiz>

<quiz>

<!-- id: word -->

What is it called?

[[round robin|rr]]

> Hint: two words

In turn.

</quiz>

<quiz>

<!-- id: steps -->

In which order?

1. first: {a}
2. second = b
3. third ~ c

> Hint: count

So.

</quiz>
`;

function hardCourse(): Exported {
  const folder = mkdtempSync(join(tmpdir(), 'infra-tutor-export-'));
  try {
    mkdirSync(join(folder, 'quizzes'));
    writeFileSync(join(folder, 'quizzes', 'hard.md'), hard);
    writeFileSync(
      join(folder, 'course.yaml'),
      'format: 1\nid: hard\ntitle: Hard\nstages:\n  - { id: one, title: One, quizzes: [hard] }\n',
    );
    const read = exported(loadCourse(folder));
    if (read.quizzes[0]?.questions.length !== 4)
      throw new Error(JSON.stringify(read.course.problems, null, 1));
    return read;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const tricky: Exported = hardCourse();
