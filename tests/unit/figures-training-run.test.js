import { describe, expect, test, vi } from 'vitest';
import { encodings } from '../../web/figures/training/heads.js';
import { duration, placeOf, Run, stepAt } from '../../web/figures/training/run.js';
import { Turns } from '../../web/figures/training/turns.js';

const plan = { options: { lookBack: 1, dimensions: 2, length: 4, testLength: 8 }, steps: 100 };

/** A run whose wishes this list gets: whoever tests answers. */
function runOf() {
  /** @type {import('../../web/figures/training/heads.js').Wish[]} */
  const asked = [];
  const world = { renewed: 0, isSeen: true, isStill: false };
  const run = new Run({
    train: (wish) => asked.push(wish),
    renewed: () => {
      world.renewed += 1;
    },
    isSeen: () => world.isSeen,
    isStill: () => world.isStill,
  });
  let done = 0;
  /** Answers the last wish, after so many steps at most. @param {number} [most] */
  const answer = (most = Number.POSITIVE_INFINITY) => {
    const wish = asked.at(-1);
    if (!wish) throw new Error('nothing was asked for');
    const from = wish.goal < done ? 0 : done;
    const step = Math.min(wish.goal, from + most);
    done = step;
    const losses = () => Array.from({ length: step - from }, (_, i) => 1 / (1 + from + i));
    const of = (/** @type {() => any} */ make) =>
      Object.fromEntries(encodings.map((encoding) => [encoding, make()]));
    const test = { start: 1, losses: new Float64Array([step]), correct: new Uint8Array(1) };
    run.take({
      from,
      step,
      losses: of(losses),
      heldOutLosses: of(() => []),
      heldOut: new Int32Array(),
      ...(wish.picture || step === wish.goal ? { tests: of(() => test) } : {}),
    });
  };
  return { run, asked, world, answer };
}

/** A run that has come to its end. */
function ended() {
  const all = runOf();
  all.run.begin(plan);
  all.answer();
  expect(all.run.motion).toBe('resting');
  return all;
}

describe('a run', () => {
  test('goes to its end at once, one wish at a time', () => {
    const { run, asked, answer } = runOf();
    run.begin(plan);
    expect(asked.length).toBe(1);
    expect(asked[0]?.goal).toBe(100);
    run.tick(0);
    run.tick(16);
    expect(asked.length).toBe(1);
    answer(30);
    expect([run.step, run.motion, asked.length]).toEqual([30, 'going', 2]);
    answer(70);
    expect([run.step, run.motion, run.isEnd, asked.length]).toEqual([100, 'resting', true, 2]);
    expect(run.ends?.rotary?.losses[0]).toBe(100);
    expect(run.known.learned?.losses[99]).toBe(0.01);
  });

  test('asks for nothing while nobody sees it, and goes on when somebody does', () => {
    const { run, asked, world, answer } = runOf();
    world.isSeen = false;
    run.begin(plan);
    expect(asked.length).toBe(0);
    world.isSeen = true;
    run.tick(0);
    expect(asked.length).toBe(1);
    world.isSeen = false;
    answer(10);
    run.tick(20);
    expect(asked.length).toBe(1);
    world.isSeen = true;
    run.tick(40);
    expect(asked.length).toBe(2);
  });

  test('plays evenly on the scale of steps, and rests at its end', () => {
    const { run, answer } = ended();
    run.play();
    answer();
    expect([run.step, run.motion, run.reached]).toEqual([0, 'playing', 100]);
    const steps = [];
    for (let now = 1000; run.motion === 'playing' && now < 15_000; now += 50) {
      const before = run.step;
      run.tick(now);
      if (stepAt(run.place, 100) !== before || run.place === 1) answer();
      steps.push(run.step);
    }
    expect(run.isEnd).toBe(true);
    expect(run.motion).toBe('resting');
    expect(steps.length * 50).toBeGreaterThan(9000);
    expect(steps.length * 50).toBeLessThan(11_000);
    expect(new Set(steps).size).toBeGreaterThan(60);
    // Half of the time for a tenth of the steps.
    expect(steps[Math.floor(steps.length / 2)]).toBeLessThan(12);
  });

  test('keeps what it knows of losses when it is played again', () => {
    const { run, answer } = ended();
    run.goTo(3);
    answer();
    expect(run.step).toBe(3);
    expect(run.known.learned?.losses[99]).toBe(0.01);
    expect(run.ends?.learned?.losses[0]).toBe(100);
    expect(run.seen.tests?.learned?.losses[0]).toBe(3);
  });

  test('a pause stops at the step that is on its way, and has its test', () => {
    const { run, answer, asked } = ended();
    run.play();
    answer();
    run.tick(0);
    run.tick(200);
    for (let now = 400; now <= 3000; now += 200) {
      run.tick(now);
      if (now < 3000 && asked.at(-1)?.goal !== run.step) answer();
    }
    const goal = asked.at(-1)?.goal;
    run.pause();
    if (goal !== run.step) answer();
    expect(run.step).toBe(goal);
    if (run.motion !== 'resting') answer();
    expect(run.motion).toBe('resting');
    expect(run.seen.tests?.learned?.losses[0]).toBe(goal);
    const { length } = asked;
    run.tick(4000);
    expect(asked.length).toBe(length);
  });

  test('a pause stops what goes to a far step, where it comes to with what is on its way', () => {
    const { run, asked, answer } = runOf();
    run.begin(plan);
    answer(20);
    run.pause();
    expect([run.isUnderway, run.motion]).toEqual([false, 'going']);
    answer(7);
    expect(asked.at(-1)?.goal).toBe(27);
    if (run.motion !== 'resting') answer();
    expect([run.step, run.motion, run.seen.step]).toEqual([27, 'resting', 27]);
    const { length } = asked;
    run.pause();
    run.tick(1000);
    expect(asked.length).toBe(length);
    run.goTo(100);
    answer();
    expect([run.step, run.ends?.rotary?.losses[0]]).toEqual([100, 100]);
  });

  test('can be stopped from its first step on, and on its way elsewhere only when that takes long', () => {
    const { run, answer } = runOf();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
    run.begin(plan);
    expect(run.isUnderway).toBe(true);
    answer();
    expect(run.isUnderway).toBe(false);
    run.goTo(3);
    expect(run.isUnderway).toBe(false);
    clock.mockReturnValue(1200);
    expect(run.isUnderway).toBe(true);
    clock.mockRestore();
  });

  test('counts from where it is going to, so that no quick press is lost', () => {
    const { run, asked, answer } = ended();
    run.goTo(0);
    for (let i = 0; i < 8; i += 1) run.goTo(run.goal + 1);
    expect(run.goal).toBe(8);
    answer();
    if (run.motion !== 'resting') answer();
    expect([run.step, asked.at(-1)?.goal, run.goal]).toEqual([8, 8, 8]);
  });

  test('shows the way at most every 150 ms, and not while pictures take longer than what is between them', () => {
    const { run, asked, answer } = runOf();
    let now = 1000;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    run.begin(plan);
    const asks = [];
    for (let step = 0; step < 12; step += 1) {
      const picture = asked.at(-1)?.picture;
      asks.push(picture);
      now += picture ? 400 : 100;
      answer(1);
    }
    expect(asks).toEqual([true, ...[false, false, false, false, false], true, ...Array(5).fill(false)]);
    clock.mockRestore();
  });

  test('shows nothing of the way where that is to stay still, but every goal', () => {
    const { run, asked, world, answer } = runOf();
    world.isStill = true;
    run.begin(plan);
    for (let i = 0; i < 4; i += 1) answer(10);
    expect(run.seen.step).toBe(-1);
    answer();
    expect([run.seen.step, run.motion]).toEqual([100, 'resting']);
    expect(asked.filter(({ picture }) => picture)).toEqual([]);
  });

  test('a picture is of one step, whatever comes after it', () => {
    const { run, answer } = runOf();
    run.begin(plan);
    answer(10);
    expect([run.seen.step, run.seen.tests?.learned?.losses[0]]).toEqual([10, 10]);
    answer(10);
    expect([run.step, run.seen.step, run.seen.tests?.learned?.losses[0]]).toEqual([20, 10, 10]);
  });

  test('another plan begins at step 0, with nothing known', () => {
    const { run, asked, answer } = runOf();
    run.begin(plan);
    answer(30);
    run.begin({ ...plan, steps: 40 });
    expect([run.step, run.reached, run.seen.step, asked.at(-1)?.goal]).toEqual([0, 0, -1, 40]);
    expect(run.known.learned?.losses.length).toBe(40);
    expect(run.known.learned?.losses.every(Number.isNaN)).toBe(true);
  });

  test('a step lies between the first and the last', () => {
    const { run, asked, answer } = ended();
    run.goTo(-5);
    expect(asked.at(-1)?.goal).toBe(0);
    answer();
    run.goTo(1e6);
    expect(asked.at(-1)?.goal).toBe(100);
  });
});

describe('the scale of steps', () => {
  test.each([1, 2, 7, 500, 5000])('has a place for each of %i', (steps) => {
    expect(placeOf(0, steps)).toBe(0);
    expect(placeOf(steps, steps)).toBe(1);
    for (let step = 0; step <= steps; step += 1) expect(stepAt(placeOf(step, steps), steps)).toBe(step);
  });

  test('takes ten seconds, or less where there are few steps', () => {
    expect([duration(1), duration(500), duration(5000)]).toEqual([0.25, 10, 10]);
  });
});

describe('turns', () => {
  test('draw every part that is due once, as many as fit into a frame', () => {
    let time = 0;
    /** @type {string[]} */
    const drawn = [];
    const part = (/** @type {string} */ name, pace = 0) => ({
      draw: () => {
        drawn.push(name);
        time += 6;
      },
      pace,
    });
    const turns = new Turns([part('a'), part('b'), part('c', 100)]);
    const now = () => time;
    expect(turns.draw(true, now)).toBe(false);
    turns.renew();
    expect(turns.draw(true, now)).toBe(true);
    expect(drawn).toEqual(['a', 'b']);
    expect(turns.draw(true, now)).toBe(false);
    expect(drawn).toEqual(['a', 'b', 'c']);
    turns.renew();
    turns.draw(true, now);
    turns.draw(true, now);
    expect(turns.draw(true, now)).toBe(true);
    expect(drawn).toEqual(['a', 'b', 'c', 'a', 'b']);
    expect(turns.draw(false, now)).toBe(false);
    expect(drawn.at(-1)).toBe('c');
  });
});
