import { formatTime } from '../../topology/duration.ts';
import type { AppServer, Orchestrator } from '../../topology/types.ts';

/** Programs of our own: their settings are called as in the topology. */
export function ownSettings(component: AppServer | Orchestrator): readonly string[] {
  if (component.kind === 'orchestrator') {
    const { watches, detect, agree } = component;
    return [`watches: ${watches.join(', ')}`, `detect: ${formatTime(detect)}`, `agree: ${agree}`];
  }
  const { workers, backlog, codebase, versions, writes, reads, databaseTimeout, sessions, coldStart } =
    component;
  const { connect, read } = databaseTimeout;
  return [
    `workers: ${workers}`,
    `backlog: ${backlog}`,
    ...(writes === undefined ? [] : [`writes: ${writes}`]),
    ...(reads.length === 0
      ? []
      : [
          `reads: ${reads.join(', ')}`,
          `database-timeout: connect ${formatTime(connect)}, read ${formatTime(read)}`,
        ]),
    `sessions: ${sessions}`,
    ...(coldStart === 0 ? [] : [`cold-start: ${formatTime(coldStart)}`]),
    `codebase: ${codebase}`,
    ...(versions.length === 0 ? [] : [`versions: ${versions.map(({ id }) => id).join(', ')}`]),
  ];
}
