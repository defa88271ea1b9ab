import { configurationWords as say } from '../messages/configuration.ts';
import { messagesOf } from '../messages/language.ts';
import { nearestWord } from '../text/nearest.ts';
import { configurationFilesOf, configurationOf } from '../topology/configuration/configuration.ts';
import type { ConfigurationFile } from '../topology/configuration/file.ts';
import { noteOf } from '../topology/configuration/notes.ts';
import type { Topology } from '../topology/types.ts';
import { type Command, Failure } from './command.ts';
import { openTopology } from './opening.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'config',
  options: { notes: 'flag', set: 'texts' },
  takes: { atLeast: 1, atMost: 2, what: t`a topology` },
  completes: 'topology',
  async run(context) {
    const { given, world } = context;
    const [idOrPath = '', id] = given.words;
    const topology = await openTopology(context, idOrPath);
    const files = filesOf(topology, id).map((file) => textOf(file, topology.id, given.flag('notes')));
    world.stdout.write(files.join('\n'));
    return 0;
  },
};

function filesOf(topology: Topology, id: string | undefined): readonly ConfigurationFile[] {
  if (id === undefined) return configurationOf(topology);
  const known = [...topology.components, ...topology.hosts].map((each) => each.id);
  if (!known.includes(id)) throw new Failure(say.nowhere(id, topology.id, nearestWord(id, known)));
  const files = configurationFilesOf(topology, id);
  if (files.length === 0) throw new Failure(say.noFile(id), 1);
  return files;
}

/** One file as its program reads it; a note is a comment of its own, above the first line that it explains. */
function textOf({ host, path, lines }: ConfigurationFile, topology: string, notes: boolean): string {
  const told = new Set<string>();
  const rows = lines.flatMap((line) => {
    const note = notes && line.field !== undefined && !told.has(line.field) ? noteOf(line.field) : undefined;
    if (line.field !== undefined) told.add(line.field);
    const indent = /^ */.exec(line.text)?.[0] ?? '';
    return note === undefined ? [line.text] : [`${indent}${say.note(note)}`, line.text];
  });
  return [say.header(host, path, topology), ...rows, ''].join('\n');
}
