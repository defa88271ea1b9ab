import { messagesOf } from './language.ts';

const t = messagesOf('map');

/** Words of the course map. */
export const map = {
  title: t`Course map`,
  read: (done: number, all: number) => t`${done} of ${all} read`,
  quiz: (right: number, all: number) => t`quiz ${right} of ${all}`,
  minutes: (minutes: number) => t`about ${minutes} minutes`,
  pages: (seen: number, all: number) => t`${seen} of ${all} pages`,
  rightOf: (right: number, all: number) => t`${right} of ${all} right`,
  questions: (count: number) => t.counted(count, 'question'),
  stoppedHere: t`you stopped here`,
  startHere: t`start here`,
  nextHere: t`next`,
  broken: t`can't be shown`,
  draft: t`draft`,
  labels: { quiz: t`quiz`, mission: t`mission`, break: t`break` },
  takes: (minutes: number) => `${minutes} min`,
  notWon: t`not won yet`,
  stars: (stars: number) => t.counted(stars, 'star'),
  breakIt: t`Kill something in this stage and watch`,
  breakTitle: (stage: string) => t`Break what? ${stage}`,
  asItStands: (title: string) => title,
  way: t`The way through all stages: what each step is worth`,
  game: (title: string) => t`${title}: what stops it alone?`,
  switched: (title: string, name: string, position: string) => t`${title} with ${name} ${position}`,
  moreBelow: (count: number) => t`${count} more below`,
  noStages: t`This course has no stages yet. List them under "stages" in its course.yaml.`,
  emptyStage: t`Nothing stands in this stage yet.`,
  /** what comes within a shorter time is among what comes within a longer one */
  due(now: number, today: number, week: number): string {
    const parts = [
      t`${now === 0 ? t`none` : now} now`,
      ...(today > now ? [t`${today} today`] : []),
      ...(week > today ? [t`${week} within a week`] : []),
    ];
    return t`To review: ${parts.join(', ')}`;
  },
  /** a run that was left in the middle */
  goOnWith: (title: string, time: string) => t`Go on with ${title} at ${time}`,
  keys: {
    goOn: { label: t`go on`, help: t`Go on with the run that you left in the middle` },
    choose: { label: t`choose`, help: t`Choose a lesson, a quiz, a mission or something to break` },
    stage: { label: t`stage`, help: t`Go to the stage before or after; its number goes there at once` },
    open: { label: t`open`, help: t`Open what is chosen` },
    intro: { label: '', help: t`Kill Ana's web server, as on the first start` },
    break: { label: t`break it`, help: t`Break this stage's website in the simulator` },
    placement: { label: '', help: t`Answer ten questions that say what you may skip` },
    overview: {
      label: t`where you stand`,
      help: t`See what you know, what you only think you know, and what to read again`,
    },
    review: (count: number) => ({
      label: t`review (${count})`,
      help: t`Ask again what you are about to forget`,
    }),
  },
} as const;
