// The man page, from the very words of `--help`: troff's man macros, as man(7) has them.
import * as esbuild from 'esbuild';

/** The words of the help, as data. */
async function helpWords(root) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    stdin: {
      contents: `export * from './src/messages/commands.ts'; export { faultHelp } from './src/simulator/faults/examples.ts';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    // the page is for whoever has installed it, however it was built
    define: { 'process.env.npm_lifecycle_event': 'undefined' },
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** Text that troff takes for nothing but text. */
const text = (words) =>
  words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1');

/** An option or a command, and under it what it does. */
const entries = (rows) => rows.flatMap(([left, right]) => ['.TP', `.B ${text(left)}`, text(right)]);

/** infra-tutor.1 */
export async function manPage(root, version) {
  const { commandWords, faultHelp, globalOptions, helpWords: words } = await helpWords(root);
  const sections = words.groups.flatMap(([title, names]) => [
    `.SS ${text(title)}`,
    ...names.flatMap((name) => {
      const { usage, summary, options, example, exampleMeans } = commandWords[name];
      return [
        '.TP',
        `.B infra\\-tutor ${text(usage)}`,
        text(summary),
        ...(options.length > 0 ? ['.RS', ...entries(options), '.RE'] : []),
        '.IP',
        `.I infra\\-tutor ${text(example)}`,
        '.br',
        text(exampleMeans),
      ];
    }),
  ]);
  const lines = [
    `.TH INFRA\\-TUTOR 1 "" "infra\\-tutor ${version}"`,
    '.SH NAME',
    `infra\\-tutor \\- ${text(words.title.replace(/^.*?: /, ''))}`,
    '.SH SYNOPSIS',
    '.B infra\\-tutor',
    '[command] [options]',
    '.SH COMMANDS',
    '.TP',
    `.B ${text(words.bare[0])}`,
    text(words.bare[1]),
    ...sections,
    '.SH OPTIONS',
    ...entries(globalOptions),
    '.SH FAULTS',
    text(words.faults),
    ...entries(faultHelp.map(({ written, means, undo }) => [written, words.fault(means, undo)])),
    '.SH ENVIRONMENT',
    ...entries(words.variables),
    '.SH EXIT STATUS',
    ...entries(words.exits),
    '.SH COMPLETION',
    '.TP',
    '.B bash',
    'infra\\-tutor completion bash >> ~/.bash_completion',
    '.TP',
    '.B zsh',
    'infra\\-tutor completion zsh > ~/.zfunc/_infra\\-tutor (a folder of $fpath)',
    '.TP',
    '.B fish',
    'infra\\-tutor completion fish > ~/.config/fish/completions/infra\\-tutor.fish',
  ];
  return `${lines.join('\n')}\n`;
}
