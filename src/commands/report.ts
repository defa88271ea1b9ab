import type { Course } from '../course/model.ts';
import { errorReason } from '../disk/system-error.ts';
import { courseKey } from '../learner/course-key.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { journalTexts } from '../learner/journal-texts.ts';
import { mergedEvents } from '../learner/merge.ts';
import { type LearningRecord, recordOf } from '../learner/record.ts';
import { errors } from '../messages/errors.ts';
import { reportWords as words } from '../messages/report.ts';
import { plain } from '../text/plain-text.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openCourse, printJson } from './opening.ts';
import { reportCsv } from './report/csv.ts';
import { reportJson } from './report/json.ts';
import { reportLines } from './report/lines.ts';
import { xapiStatements } from './report/xapi.ts';
import { talkOf } from './talk.ts';

const forms = ['json', 'csv', 'xapi'] as const;

export const command: Command = {
  name: 'report',
  options: { json: 'flag', csv: 'flag', xapi: 'flag', email: 'text' },
  async run(context) {
    const { given, world } = context;
    const [form, second] = forms.filter((name) => given.flag(name));
    if (second !== undefined) throw new Failure(words.oneForm);
    const email = given.text('email');
    if (email !== undefined && (form !== 'xapi' || !isAddress(email))) throw new Failure(words.email(email));
    const course = await openCourse(context);
    const record = readRecord(context, course);
    switch (form) {
      case 'json':
        printJson(context, reportJson(course, record));
        break;
      case 'csv':
        world.stdout.write(reportCsv(course, record));
        break;
      case 'xapi': {
        const learner = email === undefined ? { account: world.machine } : { email };
        const statements = xapiStatements(course, record, learner);
        world.stdout.write(statements.map((each) => `${plain(JSON.stringify(each))}\n`).join(''));
        break;
      }
      default: {
        const talk = talkOf(context);
        talk.say(...reportLines(course, record));
      }
    }
    return 0;
  },
};

/** What the learner did in a course. @throws Failure */
export function readRecord({ world }: Context, course: Course): LearningRecord {
  const directory = dataDirectory(world);
  try {
    return recordOf(mergedEvents(journalTexts(directory)), courseKey(course));
  } catch (error) {
    throw new Failure(errors.cannotOpen(directory, errorReason(error)));
  }
}

/** As xAPI takes it: `mailto:` and an address (Experience API 1.0.3, 2.4.2.3). */
function isAddress(email: string): boolean {
  return /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/.test(email);
}
