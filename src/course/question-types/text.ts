import { courseMessages as say } from '../../messages/course.ts';
import { slipsBetween } from '../../text/nearest.ts';
import { blankIn } from './blank.ts';
import { defineType } from './question-type.ts';

interface TextKey {
  /** what is right, the best way to say it first */
  readonly accepted: readonly string[];
  readonly line: number;
}

/** `[[round robin|rr]]`: one of these, whatever its capitals, spaces and hyphens, and with a slip of the finger. */
export const text = defineType<'text', TextKey>({
  name: 'text',
  form: 'text',
  isAnswer: (token) => blankIn(token) !== undefined,
  read({ blocks: [first, second], at }, problems) {
    const line = first?.line ?? at.line;
    const written = (first && blankIn(first.token)) ?? '';
    const accepted = written
      .split('|')
      .map((one) => one.trim())
      .filter((one) => bare(one) !== '');
    if (accepted.length === 0) problems.error({ ...at, line }, 'empty-blank', say.emptyBlank);
    if (second) problems.error({ ...at, line: second.line }, 'second-blank', say.secondBlank);
    return { asks: { form: 'text' }, key: { accepted, line } };
  },
  grade({ accepted }, answer) {
    const given = bare(answer.text);
    if (accepted.some((one) => bare(one) === given)) return { right: true, remarks: [] };
    const meant = accepted.find((one) => isSlip(given, bare(one)));
    if (meant === undefined) return { right: false, remarks: [] };
    return { right: true, remarks: [{ item: undefined, text: say.spelt(meant) }] };
  },
  solution: ({ accepted: [best = ''] }) => ({ form: 'text', text: best }),
  accepts: ({ accepted }) => ({ spellings: accepted }),
  lint({ key: { accepted, line } }, at, problems) {
    const command = accepted.find((one) => /^[ahqs]$/i.test(one));
    if (command) problems.warning({ ...at, line }, 'blank-command', say.blankIsCommand(command));
  },
});

/** What tells one answer from another: small letters without accents, words parted by one space. */
function bare(written: string): string {
  return written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/^[\s"'`“”‘’(]+|[\s"'`“”‘’).,;:!?]+$/g, '');
}

/** In a word of up to four letters every letter counts; in one of up to eight a slip is forgiven, then two. */
const letters = [4, 8] as const;

/** Whether this is the other with no more slips than its length allows. No digit is a slip: 502 is not 503. */
function isSlip(given: string, right: string): boolean {
  const digits = (one: string): string => one.replace(/\D/g, '');
  const allowed = letters.filter((length) => right.length > length).length;
  if (Math.abs(given.length - right.length) > allowed) return false;
  return digits(given) === digits(right) && slipsBetween(given, right) <= allowed;
}
