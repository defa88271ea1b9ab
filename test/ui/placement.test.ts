import { expect, it } from 'vitest';
import { openTestTutor } from './tutor.tsx';

it('asks, says what may be skipped, and begins there', () => {
  const tutor = openTestTutor();
  tutor.press('p');
  expect(tutor.shell.trail).toEqual(['map', 'placement']);
  expect(tutor.text()).toContain('question 1 of 10');
  // the small course has two questions, both of its first stage
  for (const question of ['one', 'several']) {
    const isOne = tutor.text().includes('web-2 is killed');
    expect(question).toBeDefined();
    tutor.press(...(isOne ? ['2'] : ['1', '3']), 'enter', 'enter');
  }
  expect(tutor.text()).toContain('2 of 2 right');
  expect(tutor.text()).toContain('You can skip the stage "One of each".');
  expect(tutor.text()).toContain('Begin with:');
  tutor.press('enter');
  expect(tutor.shell.trail).toEqual(['map', 'lesson']);
  expect(tutor.events.filter(({ type }) => type === 'answer')).toHaveLength(2);
});

it('takes "I don\'t know" as an answer, and begins at the beginning', () => {
  const tutor = openTestTutor();
  tutor.press('p', 's', 's');
  expect(tutor.text()).toContain('Begin at the beginning');
  tutor.press('enter');
  expect(tutor.shell.trail).toEqual(['map', 'lesson']);
});
