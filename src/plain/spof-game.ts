/** The game of what alone stops a site, in lines: the boxes, a question, every part failing, and who was right. */
import { spofGame as words } from '../messages/spof.ts';
import { type FailureOutcome, failuresOf } from '../simulator/spof.ts';
import { boxesOf, linksThatStop, scoreOf, verdictsOf, whyOfBox } from '../story/spof-game.ts';
import { whatItIs } from '../topology/draw/labels.ts';
import type { Id, Topology } from '../topology/types.ts';
import type { FailParts } from '../workers/fail-parts.ts';
import { folded } from './prose.ts';
import type { Talk } from './talk.ts';

/** @param told hears how many failures were tried, of how many */
export async function playSpof(
  talk: Talk,
  topology: Topology,
  failParts: FailParts,
  told: (tried: number, all: number) => void,
): Promise<void> {
  const boxes = boxesOf(topology);
  talk.say(topology.title, '', ...folded(words.invite, talk.width), '', words.boxes);
  talk.say(...boxes.map((id, index) => words.box(index + 1, id, whatIs(id, topology))));
  const marked = await marksOf(talk, boxes);
  if (marked === undefined) return;
  const failures = failuresOf(topology);
  const outcomes: FailureOutcome[] = [];
  let tried = 0;
  await failParts(topology, failures, (index, outcome) => {
    outcomes[index] = outcome;
    told(++tried, failures.length);
  });
  talk.say('', ...resultLines(topology, marked, outcomes, talk.width));
}

function whatIs(id: Id, topology: Topology): string {
  const component = topology.components.find((each) => each.id === id);
  if (component !== undefined) return whatItIs(component).at(-1) ?? '';
  return words.host(topology.hosts.find((host) => host.id === id)?.runs ?? []);
}

/** The marked boxes; asked again until every word is one. Undefined: the input has ended. */
async function marksOf(talk: Talk, boxes: readonly Id[]): Promise<ReadonlySet<Id> | undefined> {
  while (true) {
    const answer = await talk.ask(words.ask);
    if (answer === undefined) return undefined;
    const said = answer.split(/[\s,]+/).filter((word) => word !== '');
    const meant = said.map((word) => boxes.find((id) => id === word) ?? boxes[Number(word) - 1]);
    const unknown = said[meant.indexOf(undefined)];
    if (unknown === undefined) return new Set(meant.flatMap((id) => id ?? []));
    talk.say(...folded(words.noSuch(unknown), talk.width));
  }
}

function resultLines(
  topology: Topology,
  marked: ReadonlySet<Id>,
  outcomes: readonly FailureOutcome[],
  width: number,
): string[] {
  const verdicts = verdictsOf(topology, marked, outcomes);
  const { found, missed, wrong } = scoreOf(verdicts.values());
  const links = linksThatStop(topology, outcomes).map(({ component }) => component.replace(' ', ' - '));
  const lines = [...verdicts.values()].flatMap((verdict) => {
    const { box, how, stops, degrades } = verdict;
    const isOf = missed.includes(box) || wrong.includes(box);
    const because = isOf ? whyOfBox(topology, verdict) : undefined;
    return [
      ...folded(words.verdict(box, verdict.marked, how, stops, degrades), width, '- ', '  '),
      ...(because === undefined ? [] : folded(words.because(because.who, because.text), width, '    ')),
    ];
  });
  return [
    ...folded(words.score(found.length, found.length + missed.length, wrong.length), width),
    ...lines,
    ...folded(words.links(links), width).filter((line) => line !== ''),
  ];
}
