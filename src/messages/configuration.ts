import { excerpt } from '../text/excerpt.ts';

/** What `config` says beside the files themselves. */
export const configurationWords = {
  header: (host: string, path: string, topology: string) => `# ${host}: ${path}, made from ${topology}`,
  note: (means: string) => `# ${means}`,
  nowhere: (id: string, topology: string, nearest: string | undefined) =>
    `${topology} has no component or host "${excerpt(id)}"${nearest === undefined ? '' : `. Did you mean "${nearest}"?`}`,
  noFile: (id: string) =>
    `${id} has no configuration file here: the simulator has no real program in mind for it, only its behaviour. "infra-tutor config" without a name prints the files that there are.`,
};
