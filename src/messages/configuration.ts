import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('configuration');

/** What `config` says beside the files themselves. */
export const configurationWords = {
  header: (host: string, path: string, topology: string) => t`# ${host}: ${path}, made from ${topology}`,
  note: (means: string) => `# ${means}`,
  nowhere: (id: string, topology: string, nearest: string | undefined) =>
    t`${topology} has no component or host "${excerpt(id)}"${nearest === undefined ? '' : t`. Did you mean "${nearest}"?`}`,
  noFile: (id: string) =>
    t`${id} has no configuration file here: the simulator has no real program in mind for it, only its behaviour. "infra-tutor config" without a name prints the files that there are.`,
};
