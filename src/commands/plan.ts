import type { Course, Stage } from '../course/model.ts';
import { planSession, type SessionPlan } from '../course/session-plan.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { planWords } from '../messages/plan.ts';
import { folded } from '../plain/prose.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Command, Failure } from './command.ts';
import { minutesOf } from './minutes.ts';
import { openCourse, printJson } from './opening.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'plan',
  options: { minutes: 'text', json: 'flag' },
  takes: { atLeast: 1, atMost: 1, what: t`the id of a stage` },
  completes: 'stage',
  async run(context) {
    const { given } = context;
    const minutes = minutesOf(given);
    const stage = stageOf(await openCourse(context), given.words[0] ?? '');
    const plan = planSession(stage, minutes);
    if (given.flag('json')) {
      printJson(context, { stage: stage.id, minutes: minutes ?? null, ...plan });
      return 0;
    }
    const talk = talkOf(context);
    talk.say(...planLines(stage, plan, minutes, talk.width));
    return 0;
  },
};

/** A stage by its id or its number. */
function stageOf({ stages }: Course, asked: string): Stage {
  const stage = stages.find(({ id, number }) => id === asked || String(number) === asked);
  if (stage !== undefined) return stage;
  const nearest = nearestWord(
    asked,
    stages.map(({ id }) => id),
  );
  throw new Failure(errors.unknownId(asked, nearest, t`stage`));
}

function planLines(stage: Stage, plan: SessionPlan, minutes: number | undefined, width: number): string[] {
  const { parts, spare, left } = plan;
  const begins = (at: number) => `${planWords.clock(at).padStart(6)}  `;
  const end = parts.reduce((sum, part) => sum + part.minutes, 0);
  const steps = parts.flatMap((part) => [
    ...folded(planWords.part(part), width, `${begins(part.begins)}${takes(part.minutes)}`),
    ...part.runs.flatMap((run) => folded(planWords.run(run), width, ' '.repeat(26))),
  ]);
  const rest = left.flatMap((part) =>
    folded(planWords.part(part), width, `${' '.repeat(8)}${takes(part.minutes)}`),
  );
  return [
    planWords.title(stage.title, minutes),
    '',
    ...(parts.length === 0 && minutes !== undefined
      ? folded(planWords.nothingFits(minutes), width)
      : [...steps, `${begins(end)}${planWords.ends}`]),
    ...(parts.length > 0 && spare > 0 ? ['', ...folded(planWords.spare(spare), width)] : []),
    ...(left.length > 0 ? ['', planWords.left, ...rest] : []),
    '',
    ...folded(planWords.reckoned, width),
  ];
}

function takes(minutes: number): string {
  return `${planWords.takes(minutes).padStart(7)}  `;
}
