import { expect, it } from 'vitest';
import { lifeScene, linkScene } from '../fuzz/scenes.js';
import { createRandom } from './settings-random.js';

it.each([linkScene, lifeScene])('a seed always gives the same scene, as plain data: %o', (draw) => {
  for (let seed = 0; seed < 100; seed += 1) {
    const scene = draw(createRandom(seed));
    expect(scene.length).toBeGreaterThan(1);
    expect(JSON.parse(JSON.stringify(scene))).toEqual(scene);
    expect(draw(createRandom(seed))).toEqual(scene);
  }
});
