import { schemaComment } from './schemas/schema-comment.ts';

/** A file of a course that is yet to be written. */
export interface NewFile {
  /** path inside the course, with `/` */
  readonly path: string;
  readonly text: string;
}

/**
 * A small complete course to start from: it passes lint, and its proof holds.
 *
 * @param id what it is called
 * @param origin tells it from every other course of that name
 */
export function newCourse(id = 'my-course', origin?: string): readonly NewFile[] {
  return [
    { path: 'course.yaml', text: courseYaml(id, origin) },
    { path: 'lessons/0-two-servers/two-servers.yaml', text: topology },
    { path: 'lessons/0-two-servers/why-two.md', text: firstLesson },
    { path: 'lessons/0-two-servers/when-one-dies.md', text: secondLesson },
    { path: 'quizzes/after-a-kill.md', text: quiz },
    { path: 'glossary.md', text: glossary },
    { path: 'README.md', text: readme },
  ];
}

const courseYaml = (id: string, origin: string | undefined) => `${schemaComment('course', 0)}
# What stands here gives the order. Files may be called anything; ids count.
format: 1
id: ${id}
${origin === undefined ? '' : `origin: ${origin} # tells this course from others with the same id\n`}title: My first course
language: en

stages:
  - id: 0-two-servers
    title: Two servers
    summary: A load balancer, two servers, and what happens when one of them dies.
    topology: two-servers
    lessons: [why-two, when-one-dies]
    quizzes: [after-a-kill]
    missions: []
`;

const topology = `${schemaComment('topology', 2)}
# One infrastructure: it is drawn, run and broken from this file.
format: 1
id: two-servers
title: Two servers
traffic: { rate: 50, timeout: 10s }
dns: { www.foobar.com: { A: [lb-1], ttl: 300s } }
hosts:
  lb-host: { cpus: 1, runs: [lb-1] }
  server-1: { cpus: 1, runs: [app-1] }
  server-2: { cpus: 1, runs: [app-2] }
defaults:
  app-server: { workers: 8, service: exponential 20ms, cpu: 30% }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    default-server: { check: true, inter: 2s, fall: 3, rise: 2 }
    servers: { app-1: {}, app-2: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
  app-1: { kind: app-server }
  app-2: { kind: app-server }
switches:
  redispatch: { off: {}, on: { components: { lb-1: { redispatch: true } } } }
`;

const firstLesson = `---
id: why-two
title: Why two servers?
summary: One server is one way for the site to be gone.
objectives:
  - Say what a load balancer does
minutes: 2
topology: two-servers
---

## One is none

A site on one server is gone when that server is gone: when it breaks, and also when you restart it.

With two servers one can be away while the other answers. But users know one address, so something must stand
in front and share out their requests: the *load balancer*.

\`\`\`diagram
topology: two-servers
words: Users reach the load balancer lb-1. It hands requests to app-1 and app-2 in turn.
\`\`\`

## Turn by turn

The load balancer hands the first request to app-1, the second to app-2, the third to app-1. That is
*round robin*.

\`\`\`diagram
art: |
  request 1 ---> app-1
  request 2 ---> app-2
  request 3 ---> app-1
  request 4 ---> app-2
words: Requests 1 and 3 go to app-1, requests 2 and 4 go to app-2.
\`\`\`
`;

const secondLesson = `---
id: when-one-dies
title: When one dies
summary: The load balancer needs a few seconds to notice.
objectives:
  - Say how long a dead server still gets requests, and why
minutes: 3
prerequisites: [why-two]
topology: two-servers
---

## It asks every two seconds

The load balancer can't see that a server is dead. It connects to each server every two seconds, and after
three failures in a row it believes that the server is down.

Until then it still hands every second request to the dead server.

## See it happen

\`\`\`simulate
topology: two-servers
for: 40s
fault: [10s kill app-1, 25s start app-1]
look-for: When do requests begin to fail, and when do they stop failing?
\`\`\`

| | |
|---|---|
| seconds between two checks | 2 |
| failures in a row until it is down | 3 |
`;

const quiz = `---
id: after-a-kill
title: Two servers
stage: 0-two-servers
---

<quiz>

<!-- id: detect-kill -->

app-1 is killed. How long does the load balancer take to mark it down?

> Hint: How often does it check?

> Hint: How many failures in a row does it want?

- [ ] Up to 2 seconds
  > That is one check. One failure isn't enough.
- [x] 4 to 6 seconds
  > The first check fails within 2 s, the next two come 2 s apart.
- [ ] It never does
  > It would not if it didn't check.

Three checks in a row must fail, and there are two seconds between them.

\`\`\`prove
topology: two-servers
for: 30s
seeds: 5
fault: [10s kill app-1]
measure: when(marks-down app-1) - 10s
expect: { 1: 0s..2s, 2: 3.9s..6.1s, 3: never }
\`\`\`

</quiz>
`;

const glossary = `# Glossary

## Load balancer

Stands before several servers and shares out the requests among them.

## Round robin

Each server gets the next request in turn.
`;

const readme = `# My first course

A course for infra-tutor. Run these in this folder:

    npx infra-tutor course preview  see it beside your editor: what you save is shown at once
    npx infra-tutor course lint     what is wrong, and where
    npx infra-tutor course test     run the proofs of the quizzes
    npx infra-tutor help authoring  how all of it is written

Put new markdown files into the stage's folder in lessons/ or into quizzes/: they show up at once. An editor that knows
JSON Schema, such as VS Code with its YAML extension, finds what may be written in .schemas/.
`;
