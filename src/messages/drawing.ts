import { messagesOf } from './language.ts';

const t = messagesOf('drawing');

/** What stands in a drawing: as short as it gets, and the longest way of saying it first. */
export const drawingWords = {
  /** beside a line: what it carries */
  carries: {
    requests: t`requests`,
    writes: t`writes`,
    reads: t`reads`,
    binlog: t`binlog`,
  } as const satisfies Readonly<Record<'requests' | 'writes' | 'reads' | 'binlog', string>>,
  application: (workers: number) => [
    t`application, ${workers} ${['worker', 'workers']}`,
    t`app, ${workers} ${['worker', 'workers']}`,
    t`${workers} ${['worker', 'workers']}`,
  ],
  database: (role: 'primary' | 'replica') => {
    const word = role === 'primary' ? t`primary` : t`replica`;
    return [`MySQL ${word}`, word];
  },
  orchestrator: (watched: readonly string[]) => [
    t`orchestrator, watches ${watched.join(', ')}`,
    t`orchestrator`,
  ],
  keepalived: (priority: number) => [t`VRRP, priority ${priority}`, t`priority ${priority}`],
  /** on a host's border */
  certificate: { long: t`certificate`, middle: t`certificate`, short: t`cert` },
  firewall: { long: t`firewall`, middle: t`fw`, short: t`fw` },
  collector: { long: t`collector`, middle: t`collector`, short: t`coll` },
  expired: [t`certificate expired`, t`cert expired`, t`expired`],
};
