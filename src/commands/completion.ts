import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { plainLine } from '../text/plain-text.ts';
import { candidates, SHELLS } from './candidates.ts';
import { type Command, Failure } from './command.ts';
import { openCourse } from './opening.ts';
import { commands } from './registry.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'completion',
  options: { line: 'text' },
  takes: { atLeast: 0, atMost: 1, what: t`a shell` },
  completes: 'shell',
  async run(context) {
    const { given, world } = context;
    const line = given.text('line');
    if (line !== undefined) {
      const load = async (name: keyof typeof commands) => (await commands[name]()).command;
      const found = await candidates(line, load, () => openCourse(context));
      world.stdout.write(found.map((word) => `${plainLine(word)}\n`).join(''));
      return 0;
    }
    const shell = SHELLS.find((known) => known === given.words[0]);
    if (shell === undefined) throw new Failure(errors.whichShell(SHELLS));
    world.stdout.write(SCRIPTS[shell]);
    return 0;
  },
};

/** Each asks the program itself, so that ids of lessons and topologies are always those of the course. */
const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = {
  bash: `_infra_tutor() {
  local IFS=$'\\n'
  COMPREPLY=($(infra-tutor completion --line "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null))
}
complete -o default -F _infra_tutor infra-tutor
`,
  zsh: `#compdef infra-tutor
_infra_tutor() {
  local -a found
  found=(\${(f)"$(infra-tutor completion --line "\${(j: :)words[1,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -- $found; else _files; fi
}
compdef _infra_tutor infra-tutor
`,
  fish: `complete -c infra-tutor -a '(infra-tutor completion --line (commandline -cp) 2>/dev/null)'
`,
};
