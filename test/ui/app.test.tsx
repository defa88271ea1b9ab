import { describe, expect, it, vi } from 'vitest';
import { drawn } from './mount.ts';
import { mountTutor } from './tutor.tsx';

const DOWN = '\x1b[B';

describe('a menu', () => {
  it('is steered by ink-select-input, and the screen below hears nothing', async () => {
    const tutor = await mountTutor();
    await tutor.press('b');
    expect(tutor.frame()).toContain('▸ 1  A pair');
    await tutor.press(DOWN);
    expect(tutor.frame()).toContain('▸ 2  A pair with redispatch on');
    expect(tutor.frame()).toContain('▸ · Blocks of every kind');
    await tutor.press('\r');
    expect(tutor.frame()).toContain('"set":["redispatch=on"]');
    tutor.unmount();
  });

  it('takes several keys of one read', async () => {
    const tutor = await mountTutor();
    await tutor.press('b');
    await tutor.press('j\r');
    await vi.waitFor(() => expect(tutor.frame()).toContain('"set":["redispatch=on"]'));
    tutor.unmount();
  });

  it('closes with Esc and leaves nothing behind', async () => {
    const tutor = await mountTutor();
    const before = tutor.frame();
    await tutor.press('b', '\x1b');
    expect(tutor.frame()).toBe(before);
    tutor.unmount();
  });
});

it('follows the window, and says politely when it is too small', async () => {
  const tutor = await mountTutor();
  await tutor.resize(60, 20);
  expect(tutor.frame().split('\n')).toHaveLength(20);
  await tutor.resize(39, 11);
  expect(tutor.frame()).toContain('This window is too small.');
  await tutor.press('j');
  await tutor.resize(80, 24);
  expect(tutor.frame()).toContain('▸ · Blocks of every kind');
  tutor.unmount();
});

it('lets time go by only while a screen moves', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  const tutor = await mountTutor({ place: { screen: 'simulator', topology: 'pair' } });
  vi.advanceTimersByTime(900);
  await drawn();
  expect(tutor.frame()).toContain('900 ms');
  await tutor.press('k');
  vi.advanceTimersByTime(900);
  await drawn();
  expect(tutor.frame()).toContain('900 ms');
  expect(vi.getTimerCount()).toBe(0);
  tutor.unmount();
  vi.useRealTimers();
});

it('cleans what a course says before it is painted', async () => {
  const { smallCourse } = await import('./tutor.tsx');
  const [first, ...others] = smallCourse.stages;
  if (first === undefined) throw new Error('the small course has stages');
  const evil = { ...first, title: 'a\x1b]52;c;aGk=\x07b\x1b[2Jc' };
  const tutor = await mountTutor({ course: { ...smallCourse, stages: [evil, ...others] }, colour: true });
  expect(tutor.frame().replace(/\x1b\[[\d;]*m/g, '')).not.toMatch(/[\x1b\x07]/);
  expect(tutor.frame()).toContain('a]52;c;aGk=b[2Jc');
  tutor.unmount();
});
