import { afterEach, expect, test, vi } from 'vitest';
import { Transition } from '../../web/figures/shared/transition.js';

afterEach(() => void vi.restoreAllMocks());

/** A transition of 400 ms, and its clock. */
function started() {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
  const transition = new Transition(400);
  transition.begin(true);
  return { transition, clock };
}

test('a transition that nobody began has nothing to show', () => {
  const transition = new Transition(400);
  expect(transition.isMoving).toBe(false);
  expect(transition.advance()).toBeUndefined();
});

test('a transition begins and ends slowly, and comes all the way once', () => {
  const { transition, clock } = started();
  const way = [1000, 1040, 1200, 1360, 1400].map((now) => {
    expect(transition.isMoving).toBe(true);
    clock.mockReturnValue(now);
    return transition.advance();
  });
  expect(way[0]).toBe(0);
  expect(way[1]).toBeCloseTo(0.028, 12);
  expect(way[2]).toBeCloseTo(0.5, 12);
  expect(way[3]).toBeCloseTo(0.972, 12);
  expect(way[4]).toBe(1);
  expect(transition.isMoving).toBe(false);
  expect(transition.advance()).toBeUndefined();
});

test('a transition stays within its ends, whatever the clock does', () => {
  const { transition, clock } = started();
  clock.mockReturnValue(900);
  expect(transition.advance()).toBe(0);
  clock.mockReturnValue(9000);
  expect(transition.advance()).toBe(1);
});

test('a transition is there at once where nothing shall move', () => {
  const { transition } = started();
  transition.begin(false);
  expect(transition.isMoving).toBe(false);
  expect(transition.advance()).toBeUndefined();
});
