import { afterEach, expect, test } from 'vitest';
import { DeviationPlot } from '../../web/charts/deviation.js';
import { expectSameDrawing } from './charts-draw.js';
import { cleanUp, leaveTo, stage } from './charts-support.js';

afterEach(cleanUp);

/** @param {number} angle */
function plotOf(angle) {
  const { canvas } = stage(140, 120);
  const plot = new DeviationPlot(canvas);
  leaveTo(() => plot.destroy());
  plot.set({ name: 'bfloat16', words: { angle: 'off', low: 'least', high: 'greatest' } });
  plot.frame({ angle, low: -0.4, high: 1.2, color: '#a3260f' });
  return { canvas, plot };
}

test.each([0.7, -2, Number.NaN])('a hand that is %d off is the same picture on any context', (angle) => {
  const { canvas, plot } = plotOf(angle);
  expectSameDrawing(plot, canvas);
});

test('the table holds what is drawn', () => {
  expect(plotOf(0.7).plot.table()).toEqual({
    name: 'bfloat16',
    columns: [
      { name: 'off', unit: 'rad', values: [0.7] },
      { name: 'least', unit: 'rad', values: [-0.4] },
      { name: 'greatest', unit: 'rad', values: [1.2] },
    ],
  });
});
