import { beforeAll, expect, it } from 'vitest';
import type { Place } from '../../src/learner/progress.ts';
import type { KeyLine } from '../../src/ui/keys.ts';
import type { Scene, Turn } from '../../src/ui/screen.ts';
import { loadScreen } from '../../src/ui/screens/index.ts';
import { everyScreen } from '../hostile/shipped.ts';
import { openTestTutor } from './tutor.tsx';

const ARROWS = { h: 'left', j: 'down', k: 'up', l: 'right' } as const;

/** Where one goes, and what is pressed there before one looks at the keys. */
const visits: readonly { readonly place: Place; readonly keys?: readonly string[] }[] = [
  { place: { screen: 'map' } },
  { place: { screen: 'map' }, keys: ['s'] },
  { place: { screen: 'map' }, keys: ['?'] },
  { place: { screen: 'lesson', lesson: 'prose', page: 0 } },
  { place: { screen: 'lesson', lesson: 'blocks', page: 0 }, keys: ['s'] },
  { place: { screen: 'quiz', quiz: 'choices', question: 'one' } },
  { place: { screen: 'quiz', quiz: 'choices', question: 'one' }, keys: ['2', 'enter'] },
  { place: { screen: 'quiz', quiz: 'choices', question: 'several' } },
  { place: { screen: 'mission', mission: 'one-of-two' } },
  { place: { screen: 'mission', mission: 'one-of-two' }, keys: ['enter'] },
  { place: { screen: 'mission', mission: 'one-of-two' }, keys: ['enter', 'r'] },
  { place: { screen: 'mission', mission: 'one-of-two' }, keys: ['enter', 'r', 'x'] },
  { place: { screen: 'mission', mission: 'one-of-two' }, keys: ['enter', 'r', 'e'] },
  { place: { screen: 'simulator', topology: 'pair' } },
  { place: { screen: 'simulator', topology: 'pair' }, keys: ['enter'] },
  { place: { screen: 'simulator', topology: 'pair' }, keys: ['s'] },
  { place: { screen: 'simulator', topology: 'pair' }, keys: ['w'] },
  { place: { screen: 'simulator', topology: 'pair' }, keys: ['f'] },
  { place: { screen: 'simulator', topology: 'pair' }, keys: ['a'] },
];

beforeAll(async () => {
  await Promise.all(everyScreen.map((name) => loadScreen(name)));
});

/** A scene that says which keys it has, whenever its last line is drawn. */
function watched(scene: Scene, tell: (name: string, keys: readonly KeyLine[]) => void): Scene {
  const again = (turn: Turn | undefined) => turn && { ...turn, scene: watched(turn.scene, tell) };
  return {
    ...scene,
    keys: (context) => {
      const keys = scene.keys(context);
      tell(scene.name, keys);
      return keys;
    },
    press: (key, context) => again(scene.press(key, context)),
    type: (text, context) => again(scene.type(text, context)),
    returned: (context) => again(scene.returned(context)),
  };
}

it('h, j, k and l move as the arrows do on every screen, and do nothing else on any', () => {
  const seen = new Set<string>();
  const others: string[] = [];
  for (const { place, keys = [] } of visits) {
    let now: readonly KeyLine[] = [];
    let on = '';
    const tutor = openTestTutor({
      place,
      load: (name) => {
        const maker = loadScreen(name);
        if (maker instanceof Promise) throw new Error(`${name} is not loaded`);
        return (target, context) => {
          const turn = maker(target, context);
          return (
            turn && { ...turn, scene: watched(turn.scene, (scene, lines) => ([on, now] = [scene, lines])) }
          );
        };
      },
    });
    tutor.press(...keys);
    tutor.text();
    seen.add(on);
    for (const [letter, arrow] of Object.entries(ARROWS)) {
      const doing = (key: string) => now.find((each) => each.keys.includes(key));
      if (doing(letter) !== doing(arrow)) others.push(`${on} after ${keys.join(' ')}: ${letter} or ${arrow}`);
    }
  }
  expect([...seen].sort()).toEqual([
    ...['help', 'lesson', 'map', 'mission', 'overview', 'quiz', 'request', 'simulator', 'spof', 'why'],
  ]);
  expect(others).toEqual([]);
});
