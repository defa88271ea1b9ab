import { expect, it } from 'vitest';
import { storyText, type Telling, told } from './tell.ts';
import { untrue } from './truth.ts';

/** Stories with more than one fault, or longer than those of each fault alone: what hurts, why, and when it is over. */
const STORIES: readonly (readonly [id: string, telling: Telling])[] = [
  // one after the other, within seconds
  ['distributed', { seconds: 30, script: ['10s pause db-2', '11s kill web-2'] }],
  ['distributed', { seconds: 30, script: ['10s kill web-2', '11s pause db-2'] }],
  ['distributed', { seconds: 30, script: ['10s kill db-1', '11.5s kill web-2'] }],
  ['distributed', { seconds: 30, script: ['10s kill web-2', '12s kill db-1'] }],
  ['distributed', { seconds: 30, script: ['10s kill web-2', '12s kill app-1'] }],
  ['distributed', { seconds: 30, script: ['10s kill db-2', '12s kill web-2'] }],
  ['distributed', { seconds: 30, script: ['10s kill web-1', '13s kill web-2'] }],
  ['scaled-up', { seconds: 40, script: ['10s kill lb-2', '12s kill lb-1'] }],
  ['scaled-up', { seconds: 40, script: ['10s kill db-2', '11s kill db-1'] }],
  ['scaled-up', { seconds: 40, script: ['10s kill app-1', '13s kill app-2'] }],
  // with other switches
  ['distributed', { seconds: 30, script: ['10s kill web-2'], set: ['redispatch=on'] }],
  ['distributed', { seconds: 30, script: ['10s kill web-2'], set: ['checks=none'] }],
  ['distributed', { seconds: 40, script: ['10s kill app-2'], set: ['checks=http'] }],
  ['distributed', { seconds: 40, script: ['10s pause web-2'], rate: 8 }],
  ['doubled', { seconds: 30, script: ['10s kill web-2'], set: ['servers=active-passive'] }],
  ['scaled-up', { seconds: 40, script: ['10s kill lb-1'], set: ['track_script=off'] }],
  // a failover, and what it loses
  [
    'distributed',
    { seconds: 40, script: ['5s replication-break db-2', '15s kill db-1', '20s failover db-2'] },
  ],
  [
    'distributed',
    {
      seconds: 60,
      script: ['10s partition server-1 server-2', '20s failover db-2', '40s heal server-1 server-2'],
    },
  ],
  // who reads old data, since when, why, and until when
  ['scaled-up', { seconds: 75, script: ['10s power-off db-host-1', '25s power-on db-host-1'] }],
  [
    'scaled-up',
    { seconds: 40, script: ['10s partition db-host-1 db-host-2', '30s heal db-host-1 db-host-2'] },
  ],
  ['scaled-up', { seconds: 30, script: ['10s disk-full db-2', '20s restore db-2'] }],
  [
    'scaled-up',
    {
      seconds: 50,
      script: ['10s kill db-2', '20s kill db-1', '30s failover db-2', '40s start db-2', '41s failover db-2'],
    },
  ],
  // where a reason is not where the requests pile up
  ['scaled-up', { seconds: 35, script: ['10s replication-break db-2'], set: ['replication=semi-sync'] }],
  ['scaled-up', { seconds: 30, script: ['10s partition db-host-2', '20s failover db-2'] }],
  ['secured', { seconds: 25, script: ['10s dns-change www.foobar.com web-1'] }],
  ['secured', { seconds: 25, script: ['10s delay lb-1 web-1 30s', '15s restore lb-1 web-1'] }],
  [
    'secured',
    {
      seconds: 30,
      script: ['10s partition server-1 server-2', '12s partition server-1', '20s heal server-1'],
    },
  ],
  [
    'scaled-up',
    {
      seconds: 35,
      script: ['10s kill keepalived-1', '15s kill keepalived-2', '25s start keepalived-2'],
    },
  ],
  ['one-server', { seconds: 40, script: ['10s loss app-1 db-1 20%', '25s restore app-1 db-1'] }],
  // floods, and who watches
  ['secured', { seconds: 40, script: ['10s attack flood lb-host', '25s restore lb-host'] }],
  [
    'secured',
    { seconds: 40, script: ['10s attack flood server-2', '25s restore server-2'], set: ['firewall=off'] },
  ],
  [
    'secured',
    { seconds: 200, script: ['20s kill app-1', '20s kill app-2', '120s start app-1', '120s start app-2'] },
  ],
  ['secured', { seconds: 150, script: ['20s kill web-2', '80s start web-2'] }],
  ['secured', { seconds: 150, script: ['20s slow db-1 200', '100s restore db-1'] }],
];

it('tells chains of faults and causes', async () => {
  const stories = STORIES.map(([id, telling]) => {
    const { script, set = [], rate } = telling;
    const more = [...set, ...(rate === undefined ? [] : [`${rate} requests/s`])];
    const title = [id, ...more, script.join(', ')].join(': ');
    const { lines, truth } = told(id, telling);
    expect.soft(untrue(lines, truth), title).toEqual([]);
    return `${title}\n${storyText(lines)}`;
  });
  await expect(stories.join('\n')).toMatchFileSnapshot('golden/chains.txt');
});
