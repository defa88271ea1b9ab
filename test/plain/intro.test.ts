import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { topologiesOf } from '../../src/course/topologies.ts';
import { introRoom } from '../../src/plain/intro.ts';
import { openTalk } from '../../src/plain/talk.ts';
import { readTopology } from '../../src/topology/read.ts';

const course = loadCourse('.');

/** The first thirty seconds in lines: what was said, and where it leads. */
async function told(answer: string) {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const talk = openTalk({
    input: Readable.from([`${answer}\n`]),
    output: { columns: 200, write },
    ascii: false,
  });
  const openTopology = topologiesOf(course, readTopology);
  return { next: await introRoom({ talk, openTopology, seed: 1 }), text: () => text };
}

test('Ana waits, gets an error and her page again, and two sentences say why', async () => {
  const { next, text } = await told('');
  expect(next).toEqual({ screen: 'map' });
  expect(text()).toMatch(/Press Enter to kill web-\d, the web server that answers her/);
  const clicks = [...text().matchAll(/Ana clicked, (waited 3 s, and got 503|and had her page)/g)].map(
    ([, what]) => what,
  );
  expect(clicks[0]).toContain('503');
  expect(clicks.at(-1)).toBe('and had her page');
  const failed = clicks.filter((what) => what?.includes('503')).length;
  expect(text()).toContain(failed === 1 ? "one of Ana's clicks" : `${failed} of Ana's clicks`);
  expect(text()).toMatch(/3 failed checks told lb-1 the truth, and web-\d has answered her since/);
});

test('any word skips it', async () => {
  const { next, text } = await told('no');
  expect(next).toEqual({ screen: 'map' });
  expect(text()).not.toContain('is dead');
});
