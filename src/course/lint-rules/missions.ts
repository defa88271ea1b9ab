import { courseMessages as say } from '../../messages/course.ts';
import { VERBS } from '../../simulator/faults/table.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Place, Problems } from '../../text/problem.ts';
import { readTopology } from '../../topology/read.ts';
import type { Topology } from '../../topology/types.ts';
import type { MissionSource } from '../missions/mission-reader.ts';
import { forbidden, played } from '../missions/play.ts';
import { openRun } from '../open-run.ts';
import { takeBetween } from '../scripted-fault.ts';
import { topologiesOf } from '../topologies.ts';
import type { Linted } from './rule.ts';
import { checkMeasure, checkRun } from './runs.ts';

/** Missions whose run, goals, rules or proof say what is not there; and what a mission should have. */
export function checkMissions(linted: Linted, problems: Problems): undefined {
  for (const source of linted.source.missions) {
    if (source.source.text === '' || source.run === undefined) continue;
    const topology = checkRun(source.run, linted, problems);
    if (topology !== undefined) checkAgainst(source, topology, problems);
    checkPlays(source, linted, problems);
    checkTimes(source, problems);
    const { fields } = source.frontMatter;
    if (source.mission.hints.length === 0)
      problems.warning(fields.at('id'), 'no-hint', say.missionWithoutHint);
    if (source.proof === undefined) problems.warning(fields.at('id'), 'no-proof', say.missionWithoutProof);
  }
}

/** What the mission allows and measures must be in its topology. */
function checkAgainst(
  { mission, frontMatter, measuresAt }: MissionSource,
  topology: Topology,
  problems: Problems,
): void {
  const at = frontMatter.fields.at('may');
  const switches = topology.switches.map(({ name }) => name);
  for (const name of mission.may.switches) {
    if (switches.includes(name)) continue;
    problems.error(at, 'unknown-switch', say.noSuchSwitch(name, nearestWord(name, switches), switches));
  }
  for (const verb of mission.may.faults) {
    if (VERBS.some((known) => known === verb)) continue;
    problems.error(at, 'unknown-verb', say.noSuchVerb(verb, nearestWord(verb, VERBS), VERBS));
  }
  for (const [index, { measure }] of mission.goals.entries()) {
    const place: Place | undefined = measuresAt[index];
    if (place !== undefined) checkMeasure(measure, place, topology, problems);
  }
}

/** Who acts while it runs acts at a moment, which is the right one with every seed only if the script's are, too. */
function checkTimes({ mission, run }: MissionSource, problems: Problems): void {
  if (mission.may.faults.length === 0) return;
  for (const [index, words] of mission.run.fault.entries()) {
    if (takeBetween(words).between === undefined) continue;
    problems.error(
      run?.faultAt[index] ?? { file: mission.file, line: 1, column: 1 },
      'fault',
      say.chanceWhileActing,
    );
  }
}

/** Every play of the proof must be one that a learner could make. */
function checkPlays({ mission, proof }: MissionSource, { course }: Linted, problems: Problems): void {
  const openTopology = topologiesOf(course, readTopology);
  for (const { play, at } of proof?.plays ?? []) {
    for (const sentence of forbidden(mission.may, play)) problems.error(at, 'play', sentence);
    const opened = openRun({ ...played(mission.run, play), seed: 1 }, openTopology);
    if ('run' in opened) continue;
    for (const { part, message } of opened.problems)
      if (part !== 'topology') problems.error(at, 'play', message);
  }
}
