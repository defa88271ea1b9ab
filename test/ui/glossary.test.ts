import { afterEach, expect, it } from 'vitest';
import { speak } from '../../src/messages/language.ts';
import { openTestTutor, smallCourse } from './tutor.tsx';

afterEach(() => speak(undefined));

it('orders the words as the language does that is spoken, and finds them by their letter', () => {
  speak({ language: 'es', hints: [], sections: new Map() });
  const glossary = ['Quórum', 'Época', 'Código', 'CNAME', 'Colector', 'Fall'].map((term) => ({
    term,
    tokens: [],
  }));
  const tutor = openTestTutor({ course: { ...smallCourse, glossary } });
  tutor.press('g');
  const list = () => tutor.text().split('\n').slice(3, 9);
  const terms = () => list().map((row) => row.slice(3, 12).trim());
  expect(terms()).toEqual(['CNAME', 'Código', 'Colector', 'Época', 'Fall', 'Quórum']);
  tutor.press('e');
  expect(list().findIndex((row) => row.startsWith(' ▸'))).toBe(3);
});
