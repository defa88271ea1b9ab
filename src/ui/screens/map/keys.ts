import { hasFirstSite } from '../../../course/first-site.ts';
import { dueCounts } from '../../../learner/due.ts';
import { leftRun } from '../../../learner/standing.ts';
import { map as words } from '../../../messages/map.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import type { MapAction, MapState } from './state.ts';

/** The keys of the course map. */
export function mapKeys(
  _: MapState,
  { course, progress, glyphs, now }: Context,
): readonly KeyBinding<MapAction>[] {
  const { now: questions, replays } = dueCounts(course, progress, now);
  const due = questions + replays;
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...words.keys.choose,
      action: (key) => ({ type: 'move', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    { keys: ['enter', 'space'], shown: 'Enter', ...words.keys.open, action: { type: 'open' } },
    {
      keys: ['left', 'h', 'right', 'l', ...'0123456789'],
      shown: `${glyphs.left}${glyphs.right === 'right' ? '/' : ''}${glyphs.right}`,
      ...words.keys.stage,
      action: (key) => stageAction(key),
    },
    { keys: ['b'], shown: 'b', ...words.keys.break, action: { type: 'break' } },
    ...(due > 0
      ? [{ keys: ['v'], shown: 'v', ...words.keys.review(due), action: { type: 'review' } as const }]
      : []),
    ...(leftRun(course, progress) === undefined
      ? []
      : [{ keys: ['r'], shown: 'r', ...words.keys.goOn, action: { type: 'go-on' } as const }]),
    { keys: ['s'], shown: 's', ...words.keys.overview, action: { type: 'overview' } },
    { keys: ['p'], shown: 'p', ...words.keys.placement, action: { type: 'placement' } },
    ...(hasFirstSite(course)
      ? [
          {
            keys: ['i'],
            shown: 'i',
            label: '',
            help: words.keys.intro.help,
            action: { type: 'intro' } as const,
          },
        ]
      : []),
    { keys: ['home'], shown: 'Home', label: '', help: '', action: { type: 'edge', end: 'first' } },
    { keys: ['end'], shown: 'End', label: '', help: '', action: { type: 'edge', end: 'last' } },
  ];
}

function stageAction(key: string): MapAction {
  if (key === 'left' || key === 'h') return { type: 'stage', by: -1 };
  if (key === 'right' || key === 'l') return { type: 'stage', by: 1 };
  return { type: 'to-stage', number: Number(key) };
}
