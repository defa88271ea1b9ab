/** What may be changed before the run, with its value now. */
import { type Choice, changesLeft } from '../../../course/missions/choices.ts';
import type { Mission } from '../../../course/model.ts';
import { missionScreen as words } from '../../../messages/missions.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, indent, padded, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { keepInSight, scrollWindow } from '../../widgets/scroll.ts';
import { endOf } from '../../widgets/text-field.ts';
import { choicesNow } from './choices.ts';
import { hintRows, proseWidth } from './pages.ts';
import type { MissionState, Planning } from './state.ts';

/** The list, and under it what is known of the chosen thing. */
export function planRows(
  state: MissionState,
  phase: Planning,
  mission: Mission,
  context: Context,
): readonly Row[] {
  const choices = choicesNow(context.course, mission, state.set);
  const width = Math.max(widthOf(words.run), ...choices.map(({ subject }) => widthOf(subject)));
  const list = [
    ...choices.map((choice, index) => choiceRow(choice, index === phase.chosen, width, context)),
    [...pointed(phase.chosen >= choices.length, context), span(words.run, 'strong')],
  ];
  const left = changesLeft(mission, { set: state.set, fault: [] });
  const head = [
    EMPTY,
    ...indent(
      wrapped(left === undefined ? words.changeFreely : words.changesLeft(left), proseWidth(context)),
      1,
    ),
    EMPTY,
  ];
  const about = indent(aboutChosen(choices[phase.chosen], phase, context), 1);
  const hints = indent(hintRows(state, mission, context), 1);
  const below = [EMPTY, ...about, ...(hints.length > 0 ? [EMPTY, ...hints] : [])];
  const room = Math.max(3, context.rows - head.length - Math.min(below.length, Math.floor(context.rows / 2)));
  const seen = Math.min(room, list.length);
  const top = keepInSight(0, phase.chosen, list.length, seen);
  return [...head, ...scrollWindow(list, top, seen), ...below];
}

/** `▸ checks   tcp → http` */
function choiceRow({ subject, before, now }: Choice, chosen: boolean, width: number, context: Context): Row {
  const { columns, glyphs } = context;
  const isChanged = now !== before;
  const row = [
    ...pointed(chosen, context),
    span(padded(subject, width), chosen ? 'strong' : 'plain'),
    gap(3),
    ...(isChanged
      ? [span(`${before} ${context.ascii ? '->' : '→'} `, 'dim'), span(now, 'accent')]
      : [span(now)]),
  ];
  return clipRow(row, columns, glyphs.ellipsis);
}

function pointed(chosen: boolean, { glyphs }: Context): Row {
  return [gap(1), span(chosen ? glyphs.pointer : ' ', 'accent'), gap(1)];
}

/** What the chosen thing decides and may be; or the value that is being written, and what is wrong with it. */
function aboutChosen(
  choice: Choice | undefined,
  { writing, problems }: Planning,
  context: Context,
): readonly Row[] {
  const width = proseWidth(context);
  const wrong = problems.flatMap((problem) => wrapped(problem, width, 'bad'));
  if (choice === undefined) return [...wrapped(words.aboutRun, width), ...wrong];
  if (writing !== undefined) {
    const prompt = `${choice.subject} = `;
    const text = endOf(writing, width - widthOf(prompt) - 1, context.glyphs.ellipsis);
    return [
      [span(prompt), span(text, 'strong'), span('_', 'accent')],
      ...wrapped(words.expects(choice.expects), width, 'dim'),
      ...wrong,
    ];
  }
  const said = words.about(choice);
  return [...(said === '' ? [] : wrapped(said, width)), ...wrong];
}
