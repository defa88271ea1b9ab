import { courseMessages as say } from '../../messages/course.ts';
import type { Located } from '../../text/located.ts';
import type { Place, Problems } from '../../text/problem.ts';
import { Fields, readFields } from '../fields.ts';
import type { MissionProof, Play } from '../model.ts';
import { NOTHING } from './play.ts';

/** The plays of a proof and where each stands. */
export interface LocatedMissionProof {
  readonly proof: MissionProof;
  readonly plays: readonly { readonly play: Play; readonly at: Place }[];
}

export const missionProofKeys = ['wins', 'loses'] as const;
export const playKeys = ['set', 'fault'] as const;

/**
 * Reads `wins: { set: [...], fault: [...] }` and `loses: { NAME: { ... } }`. Doing nothing is added to what loses: a
 * mission that wins itself is none.
 */
export function readMissionProof(
  proofs: readonly { readonly text: string; readonly line: number }[],
  file: string,
  told: Problems,
): LocatedMissionProof | undefined {
  const [fence, second] = proofs;
  if (second !== undefined) told.error({ file, line: second.line, column: 1 }, 'prove', say.provenTwice);
  if (fence === undefined) return undefined;
  const at: Place = { file, line: fence.line, column: 1 };
  const { fields, problems } = readFields(fence.text, { ...at, line: fence.line + 1 }, at, told);
  fields.knowOnly(missionProofKeys, say.inMissionProof);
  const wins = fields.value('wins');
  if (wins === undefined) {
    problems.error(at, 'prove', say.missionProofForm);
    return undefined;
  }
  const winning = { play: readPlay(wins, problems), at: fields.at('wins') };
  const losing = readLosing(fields, problems);
  const loses = [
    { name: say.doingNothing, play: NOTHING },
    ...losing.map(({ name, play }) => ({ name, play })),
  ];
  return { proof: { wins: winning.play, loses, line: fence.line }, plays: [winning, ...losing] };
}

function readLosing(fields: Fields, problems: Problems): { name: string; play: Play; at: Place }[] {
  const value = fields.value('loses');
  if (value === undefined) return [];
  if (value.type !== 'map') {
    problems.error(value.at, 'prove', say.missionProofForm);
    return [];
  }
  return [...value.entries].map(([name, entry]) => ({
    name,
    play: readPlay(entry.value, problems),
    at: entry.at,
  }));
}

function readPlay(node: Located, problems: Problems): Play {
  const fields = new Fields(node, node.at, problems);
  fields.knowOnly(playKeys, say.inMissionProof);
  const texts = (key: string) => fields.texts(key).map(({ text }) => text);
  return { set: texts('set'), fault: texts('fault') };
}
