import { messagesOf } from './language.ts';

const t = messagesOf('shell');

/** Words of the full screen that belong to no single screen. */
export const shell = {
  name: 'infra-tutor',
  keys: {
    back: { label: t`back`, help: t`Go back to the screen before this one` },
    map: { label: t`map`, help: t`Back to the course map` },
    help: { label: t`keys`, help: t`Show every key that works here` },
    quit: { label: t`quit`, help: t`Leave; you go on here the next time` },
    search: { label: t`search`, help: t`Search the whole course` },
    glossary: { label: t`glossary`, help: t`Look a word up` },
  },
  menu: {
    choose: t`choose`,
    take: t`take`,
    close: t`close`,
    more: (count: number) => t`${count} more below`,
  },
  /** asked where something was done in a run that is not kept */
  quit: {
    title: t`Leave infra-tutor? What you did in this run is lost.`,
    stay: t`Stay here`,
    leave: t`Leave`,
  },
  /** why something that was left is not as it was */
  resume: {
    goOn: t`Go on`,
    page: t`The page where you stopped is gone from this lesson.`,
    question: t`This question has changed: your answer is gone.`,
    run: t`This site has changed: your run begins anew.`,
    mission: t`This mission has changed: it begins anew.`,
    here: t`You left here. Space goes on.`,
    prepared: (faults: number) =>
      faults === 0
        ? t`Nothing moves yet.`
        : t`Nothing moves yet. ${faults} ${['fault stands', 'faults stand']} ready.`,
    inLines: (at: string) => t`You left here, at ${at}.`,
    answer: (words: string) => t`You had put down, and not sent: ${words}. Enter sends it.`,
  },
  cannotOpen: (what: string, why: string) => t`${what} can't be opened: ${why}`,
  refused: (reason: string) => t`Nothing you do is kept: ${reason} (infra-tutor doctor).`,
  tooSmall: {
    title: t`This window is too small.`,
    body: (columns: number, rows: number) => t`Make it ${columns}x${rows} or larger, or press q to leave.`,
  },
} as const;
