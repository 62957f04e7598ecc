import { afterEach, expect, test } from 'vitest';
import { figure } from './element-support.js';

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
});

test.each([
  [10, 360],
  [20, 1000],
  [64, 360],
  [100, 1000],
  [128, 700],
  [2048, 360],
  [2048, 1000],
  [4096, 1000],
])(
  'no two words on the rail of %d positions touch at %d pixels, and none leaves the figure',
  async (positions, width) => {
    document.body.style.width = `${width}px`;
    const element = await figure({ positions: String(positions), encodings: 'none' });
    const words = element.shadowRoot?.querySelectorAll('.word') ?? [];
    const boxes = Array.from(words, (word) => word.getBoundingClientRect()).filter((box) => box.width > 0);
    const frame = element.getBoundingClientRect();
    expect(boxes.length).toBeGreaterThan(1);
    for (const [i, box] of boxes.entries()) {
      expect(box.left).toBeGreaterThanOrEqual(frame.left);
      expect(box.right).toBeLessThanOrEqual(frame.right);
      const next = boxes[i + 1];
      if (next) expect(next.left, `${words[i]?.textContent}`).toBeGreaterThan(box.right);
    }
  },
);
