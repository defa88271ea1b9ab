import type { Command } from './command.ts';
import { openTutor } from './tutor.ts';

export const command: Command = {
  name: 'placement',
  options: {},
  run: (context) => openTutor(context, () => ({ screen: 'placement' })),
};
