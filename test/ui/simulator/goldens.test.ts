import { describe, expect, it } from 'vitest';
import { TestBench } from './bench.ts';

const SIZES = [
  [80, 24],
  [60, 20],
  [120, 40],
] as const;

const ALL_SIZES = [
  [60, 20],
  [80, 24],
  [100, 30],
  [120, 40],
  [200, 50],
] as const;

/** What the learner does with `distributed`, moment by moment. */
const MOMENTS: Readonly<Record<string, (bench: TestBench) => void>> = {
  fresh: () => {},
  killed: (bench) => {
    bench.wait(5).press('K');
    bench.wait(3);
  },
  'marked-down': (bench) => {
    bench.wait(5).press('K');
    bench.wait(12);
  },
  'marked-up': (bench) => {
    bench.wait(5).press('K');
    bench.wait(12).press('S');
    bench.wait(8);
  },
};

describe('what the simulator shows', () => {
  for (const [columns, rows] of SIZES) {
    for (const [moment, act] of Object.entries(MOMENTS)) {
      it(`distributed, ${moment}, at ${columns}x${rows}`, async () => {
        const bench = new TestBench('distributed', { columns, rows });
        act(bench);
        await expect(bench.screen).toMatchFileSnapshot(`golden/distributed-${moment}-${columns}x${rows}.txt`);
      });
    }
  }

  it('in ASCII, with nothing above byte 126 but what the canvas writes over', async () => {
    const bench = new TestBench('distributed', { ascii: true });
    MOMENTS.killed?.(bench);
    await expect(bench.screen).toMatchFileSnapshot('golden/distributed-killed-ascii.txt');
  });

  it('the inspector at every size', async () => {
    const bench = new TestBench('distributed').wait(5);
    bench.press('K');
    bench.wait(4).press('left', 'enter');
    for (const [columns, rows] of ALL_SIZES) {
      bench.resize(columns, rows);
      await expect(bench.screen).toMatchFileSnapshot(`golden/inspector-${columns}x${rows}.txt`);
    }
  });

  it('no truth in the inspector while one looks with the eye of the monitor', () => {
    const bench = new TestBench('secured', { columns: 120, rows: 40 }).wait(2);
    bench.press('K');
    expect(bench.lines.join()).toContain('killed, ');
    bench.press('m');
    expect(bench.lines.join()).not.toContain('nginx.conf');
    bench.press('enter');
    expect(bench.lines.join()).toContain('nginx.conf');
    expect(bench.lines.join()).not.toContain('killed');
  });

  it('scaled-up at every size', async () => {
    const bench = new TestBench('scaled-up').wait(5);
    bench.press('K');
    bench.wait(6);
    for (const [columns, rows] of ALL_SIZES) {
      bench.resize(columns, rows);
      await expect(bench.screen).toMatchFileSnapshot(`golden/scaled-up-killed-${columns}x${rows}.txt`);
    }
  });

  it.each(['secured', 'scaled-up'])(
    'what the monitor says of %s, its alert first, at every size, also where there is much to look for',
    (id) => {
      const run = { for: 200_000_000, fault: ['5s kill web-2'] };
      const lookFor =
        'How many does the monitor show at most, how many are there really, and for how long is it wrong?';
      const bench = new TestBench(id, { run, lookFor });
      bench.press('>', '>', '>');
      bench.wait(7.5, 250);
      for (const [columns, rows] of [...ALL_SIZES, [40, 12]] as const) {
        bench.resize(columns, rows);
        const alerts = bench.lines.filter((line) =>
          /^─ (what users saw ─ )?ALERT servers down \(1\)/.test(line),
        );
        expect(alerts, `${columns}x${rows}`).toHaveLength(1);
      }
    },
  );

  it('a prepared run: what to look for, what comes next, and its end', async () => {
    const run = { for: 12_000_000, fault: ['10s kill web-2'] };
    const bench = new TestBench('distributed', { run, lookFor: 'web-2 is gone. Who still asks it?' });
    const before = bench.screen;
    bench.press('n');
    const skipped = bench.status;
    bench.wait(5);
    await expect([before, skipped, bench.screen].join('\n\n')).toMatchFileSnapshot(
      'golden/prepared-80x24.txt',
    );
  });

  it('its keys', async () => {
    const bench = new TestBench('distributed').wait(1);
    await expect(bench.keyTable).toMatchFileSnapshot('golden/keys.txt');
  });

  it('the list of faults, and no part of a chart under it', async () => {
    const bench = new TestBench('secured').wait(5);
    bench.press('x');
    await expect(bench.screen).toMatchFileSnapshot('golden/faults-80x24.txt');
  });

  it('the log over the whole screen', async () => {
    const bench = new TestBench('distributed');
    MOMENTS['marked-up']?.(bench);
    bench.press('e');
    await expect(bench.screen).toMatchFileSnapshot('golden/log-80x24.txt');
  });
});

/** The row of a graph: its name and its bars. */
function graph(bench: TestBench, name: string): string {
  return bench.lines.find((line) => line.startsWith(` ${name}`)) ?? '';
}

it('counts nobody as served who waits for long: a blackout is no good run', () => {
  const bench = new TestBench('one-server').wait(3);
  bench.press('P');
  bench.wait(5);
  const [, percent] = /whole run (\S+) % served/.exec(bench.lines.join()) ?? [];
  expect(Number(percent)).toBeLessThan(60);
  expect(bench.lines.join()).toContain('0 % served last 5 s');
});

describe('where there is little room', () => {
  it('what one has done stays in sight while others tell what came of it', () => {
    const bench = new TestBench('scaled-up').wait(5);
    bench.press('K');
    bench.wait(7);
    expect(bench.lines.filter((line) => line.includes('you') && line.includes('kill web-2'))).toHaveLength(1);
    expect(bench.lines.at(-1)).not.toContain('kill web-2');
  });

  it('who believes what is told of both balancers beside a cut, or that there is more', () => {
    const bench = new TestBench('scaled-up').wait(2);
    const below = () => bench.lines.find((line) => line.includes('cut: ')) ?? '';
    bench.press(':');
    bench.type('partition lb-host-1 lb-host-2');
    bench.press('enter');
    expect(below()).toContain('lb-1, lb-2: web-1 up, web-2 up');
    bench.press(':');
    bench.type('partition web-host-1 app-host-2');
    bench.press('enter');
    expect(below()).toMatch(/…$/);
  });
});

describe('after a kill without redispatch', () => {
  it('requests wait before they fail', () => {
    const bench = new TestBench('distributed');
    bench.wait(5).press('K');
    bench.wait(2.5);
    expect(graph(bench, 'waiting')).toMatch(/[▃▄▅]/);
    expect(graph(bench, 'failed')).not.toMatch(/[▃▄▅]/);
    bench.wait(3);
    expect(graph(bench, 'failed')).toMatch(/[▃▄▅]/);
  });

  it('the balancer believes in the dead server, counts its failed checks, then knows', () => {
    const bench = new TestBench('distributed');
    const belief = () => bench.lines.find((line) => /^\s*100\/s?.*web-2|│ +web-2 /.test(line)) ?? '';
    bench.wait(5).press('K');
    expect(belief()).toContain('up');
    bench.wait(3);
    expect(belief()).toContain('up ✗');
    bench.wait(4);
    expect(belief()).toContain('down');
  });
});
