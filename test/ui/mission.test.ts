import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { openTestTutor, type TestTutor, type TutorSettings } from './tutor.tsx';

const open = (settings: TutorSettings = {}): TestTutor =>
  openTestTutor({ place: { screen: 'mission', mission: 'one-of-two' }, ...settings });

/** Steps a second at a time. */
const seconds = (count: number): string[] => Array.from({ length: count }, () => '.');

/** The judges are heard in a later turn. */
async function judged({ text }: TestTutor): Promise<void> {
  for (let turn = 0; turn < 50 && text().includes('seeds that you have not seen'); turn++)
    await new Promise((resolve) => setImmediate(resolve));
}

function chosen(tutor: TestTutor, label: string): void {
  const index = tutor.shell.menu?.choices.findIndex((choice) => choice.label.startsWith(label)) ?? -1;
  expect(index, label).toBeGreaterThanOrEqual(0);
  tutor.shell.choose(index);
}

describe('a mission on the screen', () => {
  it('begins with the briefing, the rules and the goals, and tells neither hints nor the debrief', () => {
    const tutor = open({ rows: 80 });
    const text = tutor.text();
    expect(text).toContain('one of them is going to die');
    expect(text).toContain('1 change in all');
    expect(text).toContain('From 12 s on');
    expect(text).toContain('web-1');
    for (const secret of ['when its connection fails', 'bring the dead one back', 'goes on trying'])
      expect(text).not.toContain(secret);
  });

  it('is won by the good change, and the journal and the map keep its stars', async () => {
    const tutor = open();
    tutor.press('enter', 'enter');
    expect(tutor.shell.menu?.title).toContain('redispatch is off');
    chosen(tutor, 'on');
    expect(tutor.text()).toContain('redispatch                  off → on');
    expect(tutor.text()).toContain('No change is left');
    tutor.press('r', ...seconds(20));
    await judged(tutor);
    expect(tutor.text()).toContain('Won: 3 of 3 stars  ★★★');
    expect(tutor.text()).toContain('goes on trying the dead server');
    expect(tutor.events).toContainEqual(
      expect.objectContaining({ type: 'mission', mission: 'one-of-two', stars: 3, hints: 0 }),
    );
    tutor.press('escape');
    expect(tutor.text()).toMatch(/mission +One of two +3 stars ★★★/);
  });

  it('shows how requests go, and not what would help', () => {
    const tutor = open();
    tutor.press('enter', 'r', ...seconds(10), 'f');
    expect(tutor.text()).toContain('Follow a request');
    expect(tutor.text()).toContain('had no retry left');
    expect(tutor.text()).not.toContain('What would help');
    tutor.press('t');
    expect(tutor.text()).toContain('Follow a request');
  });

  it('is lost by doing nothing, and the next try has another seed', async () => {
    const tutor = open();
    tutor.press('enter', 'r', ...seconds(20));
    await judged(tutor);
    expect(tutor.text()).toContain('Not won this time');
    expect(tutor.text()).not.toContain('goes on trying the dead server');
    expect(tutor.events).toContainEqual(expect.objectContaining({ type: 'mission', stars: 0 }));
    tutor.press('r');
    expect(tutor.text()).toContain('before the run');
  });

  it('lets do in the run what its author allows, counts it, and judges it on every seed', async () => {
    const tutor = open();
    tutor.press('enter', 'r', ...seconds(6));
    expect(tutor.text()).toContain('S start');
    expect(tutor.text()).not.toContain('P hang');
    tutor.press('S', 'K');
    expect(tutor.text()).toContain('here you can only watch');
    tutor.press(...seconds(14));
    await judged(tutor);
    expect(tutor.text()).toContain('Won: ');
  });

  // the site above them is the simulator's, whose goldens hold it
  it.each([
    [60, 20],
    [80, 24],
    [120, 40],
  ])('has its goals under the site at %ix%i, whole rows of what they come to', (columns, rows) => {
    const tutor = open({ columns, rows });
    tutor.press('enter', 'r', ...seconds(7));
    const lines = tutor.text().split('\n');
    expect(lines).toHaveLength(rows);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    expect(lines.slice(-4, -2).map((line) => line.slice(0, 50))).toEqual([
      ' · not yet  From 12 s on, at least 99 % of all req',
      ' ✓ 0%       In the three seconds after the crash h',
    ]);
    expect(lines.join('\n')).toContain('web-2');
  });

  it("doesn't name what its author lets happen, only what comes of it and what the learner does", () => {
    const tutor = open({ rows: 40 });
    tutor.press('enter', 'r', ...seconds(8), 'S', 'l');
    const log = tutor.text();
    expect(log).toMatch(/you +start web-2/);
    expect(log).toMatch(/users +.+/);
    expect(log).not.toMatch(/the script|kill web-2/);
  });

  it('neither tells what is to come nor lets anybody go back, and ends when it is asked to', async () => {
    const tutor = open();
    tutor.press('enter', 'r', '.');
    expect(tutor.text()).not.toContain('kill web-2');
    expect(tutor.text()).toContain('00:01.0');
    tutor.press('b');
    expect(tutor.text()).toContain('00:01.0');
    tutor.press('d', 'd');
    await judged(tutor);
    expect(tutor.text()).toContain('Not won this time');
  });

  it('asks before a run is judged of which a good part is still to come', () => {
    const tutor = open();
    tutor.press('enter', 'r', ...seconds(13), 'd');
    expect(tutor.text()).toContain('Judge now? The night goes on until 00:20.');
    tutor.press('escape', '.', 'd', '.');
    expect(tutor.text()).toContain('run until 00:20');
    expect(tutor.text()).not.toContain('Judge now?');
    // a fifth is left
    tutor.press('.', 'd');
    expect(tutor.text()).toContain('One of two › judging');
  });

  it('asks before a run is stopped that is well under way', () => {
    const tutor = open();
    tutor.press('enter', 'r', ...seconds(11), 'escape');
    expect(tutor.text()).toContain('Press Esc again');
    tutor.press('.', 'escape', 'escape');
    expect(tutor.text()).toContain('before the run');
    tutor.press('r', '.', 'escape');
    expect(tutor.text()).toContain('before the run');
  });

  it('asks nothing before the program is left: the mission is kept', () => {
    for (const last of ['ctrl+c', 'q']) {
      const tutor = open();
      tutor.press('enter', 'r', ...seconds(11), last);
      expect(tutor.shell.over).toBe(true);
    }
  });

  it.each([
    [60, 20],
    [80, 24],
    [120, 40],
  ])('closes the inspector with Esc before it stops the run, at %ix%i', (columns, rows) => {
    const tutor = open({ columns, rows });
    tutor.press('enter', 'r', ...seconds(3), 'space');
    const before = tutor.text();
    tutor.press('enter');
    // where there is much room it stands there by itself, and Enter closes it
    if (!tutor.text().includes('Esc close')) tutor.press('enter');
    expect(tutor.text()).toContain('Esc close');
    tutor.press('?');
    const help = tutor.text().split('\n').slice(0, -1);
    expect(help.filter((line) => line.includes('Esc '))).toHaveLength(1);
    tutor.press('escape', 'escape');
    if (columns < 120) expect(tutor.text()).toBe(before);
    else expect(tutor.text()).not.toContain('Esc close');
    expect(tutor.text()).toContain('00:03.0');
    tutor.press('escape');
    expect(tutor.text()).toContain('before the run');
  });

  it('says what a hint costs before it is taken', async () => {
    const tutor = open();
    tutor.press('enter', 'i');
    expect(tutor.shell.menu?.title).toBe('A hint costs a star.');
    chosen(tutor, 'Take hint 1');
    expect(tutor.text()).toContain('Hint 1 of 2: A request may go to the other one');
    tutor.press('enter');
    chosen(tutor, 'on');
    tutor.press('r', ...seconds(20));
    await judged(tutor);
    expect(tutor.text()).toContain('Won: 2 of 3 stars');
    expect(tutor.text()).toContain('1 hint');
  });

  it('wins one star after the debrief was read', async () => {
    const tutor = open();
    // d once too often tells nothing
    tutor.press('enter', 'r', 'd', 'd', 'd');
    await judged(tutor);
    tutor.press('d');
    expect(tutor.text()).toContain('Not won this time');
    tutor.press('a');
    expect(tutor.text()).toContain('goes on trying the dead server');
    tutor.press('escape', 'r', 'enter');
    chosen(tutor, 'on');
    tutor.press('r', 'd', 'd');
    await judged(tutor);
    expect(tutor.text()).toContain('Won: 1 of 3 stars');
  });

  it('reports on the run that was watched; what would have helped only to those who know', async () => {
    const report = async (...keys: readonly string[]) => {
      const tutor = open({ rows: 90 });
      tutor.press('enter', 'r', ...seconds(20));
      await judged(tutor);
      tutor.press(...keys, 'v');
      for (let turn = 0; turn < 50 && tutor.text().includes('The same run again'); turn++)
        await new Promise((resolve) => setImmediate(resolve));
      const whole = tutor.text();
      tutor.shell.resize(60, 20);
      const lines = tutor.text().split('\n');
      expect(lines).toHaveLength(20);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(60);
      return whole;
    };
    const lost = await report();
    expect(lost).toContain('Incident report: A pair');
    expect(lost).toMatch(/fault: the script:? kill web-2/);
    expect(lost).not.toContain('redispatch=on');
    expect(await report('a', 'escape')).toContain('redispatch=on: 0 users hurt instead of');
  });

  it('takes a field as it is written, and says in a sentence what is wrong with it', () => {
    const tutor = open();
    tutor.press('enter', 'down', 'enter', ...'many', 'enter');
    expect(tutor.text()).toContain('a whole number');
    tutor.press('escape', 'enter', '9', 'enter');
    expect(tutor.text()).toContain('3 → 9');
    tutor.press('u');
    expect(tutor.text()).not.toContain('3 → 9');
  });

  it('begins a list with what is in it, and takes it with or without brackets', () => {
    const place = { screen: 'mission', mission: 'two-kings' } as const;
    const tutor = open({ course: loadCourse('.'), place, columns: 160 });
    const rules =
      ', vrrp from lb-host-2, 8080 from lb-host-2, 8081 from lb-host-2, 3306 from lb-host-2, 22 from lb-host-2, 9 from lb-host-2';
    tutor.press('enter', 'down', 'down', 'enter');
    expect(tutor.text()).toContain('lb-host-1.firewall.in = 443 from anywhere_');
    tutor.press(...', 443 from nowhere'.split(''), 'enter');
    expect(tutor.text()).toContain('names `nowhere`');
    expect(tutor.text()).not.toContain('--set');
    tutor.press('escape', 'enter', ...rules.split(''), 'enter');
    expect(tutor.text()).toContain(`→ [443 from anywhere${rules}`.slice(0, 80));
    tutor.press('enter', ' ');
    expect(tutor.text()).toContain(rules.slice(-30));
    tutor.press(
      ...Array.from({ length: 200 }, () => 'backspace'),
      ...'[443 from anywhere]'.split(''),
      'enter',
    );
    expect(tutor.text()).not.toContain('→ [443');
    expect(tutor.text()).toContain('2 changes left');
  });

  it('shows what the monitoring knows, and nothing of the truth, where that is all there is', () => {
    const course = loadCourse('.');
    const tutor = open({ course, place: { screen: 'mission', mission: 'the-slow-one' } });
    tutor.press('enter', ' ', ...seconds(25));
    expect(tutor.text()).toContain('What Sumo Logic knows');
    expect(tutor.text()).toMatch(/ s +\d+\/s, 0 % errors, p95 \d+ ms/);
    for (const truth of ['served', 'answered', 'cpu', 'not yet']) expect(tutor.text()).not.toContain(truth);
    tutor.press('e', 'w', 'f');
    expect(tutor.shell.trail.at(-1)).toBe('mission');
    tutor.press('tab', 'tab', 'x');
    expect(tutor.text()).toMatch(/What happens to \S+\?/);
    tutor.press('K');
    expect(tutor.text()).toMatch(/25 s +you: kill/);
    tutor.press('Z');
    expect(tutor.text()).toContain("slow can't be used here");
  });

  it('stops the judges when it is left', () => {
    let stopped = false;
    const tutor = open({
      doJob: (_job, _tell, stop) => stop.addEventListener('abort', () => (stopped = true)),
    });
    tutor.press('enter', 'r', 'd', 'd');
    expect(tutor.text()).toContain('0 of 2');
    tutor.press('escape');
    expect(tutor.text()).toContain('before the run');
    tutor.press('escape', 'escape');
    expect(tutor.shell.trail).toEqual(['map']);
    expect(stopped).toBe(true);
  });
});
