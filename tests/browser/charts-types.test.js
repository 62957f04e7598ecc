import { Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { divergingColor } from '../../web/charts/diverging.js';
import * as types from '../../web/charts/types.js';
import { apart, bytesOf, cleanUp, pixelAt, pixelsOf, stage } from './charts-support.js';

/** @typedef {'arrows' | 'dials' | 'heatMap'} Type */
/** @typedef {{ x: number, y: number }} Point CSS pixels from the canvas's left and top */

beforeAll(() => Chart.register(...Object.values(types), LinearScale, Tooltip, Legend));
afterAll(() => Chart.unregister(Tooltip, Legend));

/** @type {Chart<any, any>[]} */
const charts = [];

afterEach(() => {
  for (const chart of charts.splice(0)) chart.destroy();
  cleanUp();
});

/** A chart as any page would make one, whose legend is above. @param {Type} type @param {object} dataset @param {object} [scales] */
function chartOf(type, dataset, scales) {
  const { canvas } = stage(420, 340);
  const chart = new Chart(canvas, {
    type,
    data: { datasets: [/** @type {any} */ ({ label: 'mine', ...dataset })] },
    options: { maintainAspectRatio: false, animation: false, scales: /** @type {any} */ (scales) },
  });
  charts.push(chart);
  return { canvas, chart };
}

/** @param {Chart<any, any>} chart @param {'mousemove' | 'click'} type @param {Point} at */
function touch({ canvas }, type, { x, y }) {
  const { left, top } = canvas.getBoundingClientRect();
  const event = new MouseEvent(type, { clientX: left + x, clientY: top + y, bubbles: true });
  canvas.dispatchEvent(event);
  return event;
}

/** What is found where it is drawn. @param {Chart<any, any>} chart @param {Point} at @returns {number | undefined} */
const found = (chart, at) =>
  chart.getElementsAtEventForMode(
    /** @type {any} */ ({ type: 'mousemove', native: true, ...at }),
    'nearest',
    { intersect: true },
    false,
  )[0]?.index;

/** What the tooltip says of what is there. @param {Chart<any, any>} chart @param {Point} at */
async function told(chart, at) {
  touch(chart, 'mousemove', at);
  await vi.waitFor(() => {
    expect(chart.tooltip?.opacity).toBe(1);
    expect(chart.tooltip?.dataPoints[0].dataIndex).toBe(found(chart, at));
  });
  const { title, body } = /** @type {any} */ (chart.tooltip);
  return [...title, ...body[0].lines];
}

/** Presses what stands for the dataset in the legend. @param {Chart<any, any>} chart */
async function toggle(chart) {
  const [{ left, top, width, height }] = /** @type {any} */ (chart.legend).legendHitBoxes;
  const before = chart.isDatasetVisible(0);
  touch(chart, 'click', { x: left + width / 2, y: top + height / 2 });
  await vi.waitFor(() => expect(chart.isDatasetVisible(0)).toBe(!before));
}

/** The colour of the legend's box. @param {Chart<any, any>} chart */
const legendColor = (chart) => chart.legend?.legendItems?.[0]?.fillStyle;

/**
 * Expects that a dataset goes from the picture and from what is found there, and comes back, by the legend.
 *
 * @param {Chart<any, any>} chart
 * @param {Point} at where something of it is
 */
async function expectLegendToggles(chart, at) {
  const canvas = chart.canvas;
  const before = { color: pixelAt(canvas, at.x, at.y), index: found(chart, at) };
  expect(before.index).toBeDefined();
  await toggle(chart);
  expect(found(chart, at)).toBeUndefined();
  expect(apart(pixelAt(canvas, at.x, at.y), before.color)).toBeGreaterThan(60);
  await toggle(chart);
  expect(found(chart, at)).toBe(before.index);
  expect(pixelAt(canvas, at.x, at.y)).toEqual(before.color);
}

describe('arrows in an ordinary chart', () => {
  const open = () =>
    chartOf('arrows', {
      data: [
        { x: 10, y: 2 },
        { x: -4.5, y: 8 },
      ],
      backgroundColor: ['#3348d1', '#c0104f'],
      borderWidth: 4,
    });
  /** @param {Chart<any, any>} chart @param {number} x @param {number} y */
  const at = ({ scales }, x, y) => ({ x: scales.x.getPixelForValue(x), y: scales.y.getPixelForValue(y) });

  test('are drawn on its axes, found at their tips and told of in a tooltip', async () => {
    const { canvas, chart } = open();
    const middle = at(chart, 5, 1);
    expect(apart(pixelAt(canvas, middle.x, middle.y), bytesOf('#3348d1'))).toBeLessThan(60);
    expect(found(chart, at(chart, 10, 2))).toBe(0);
    expect(found(chart, at(chart, -4.5, 8))).toBe(1);
    expect(found(chart, at(chart, 5, 5))).toBeUndefined();
    expect(await told(chart, at(chart, -4.5, 8))).toEqual(['mine: (-4.5, 8)']);
  });

  test('come and go by the legend, which has their colour', async () => {
    const { chart } = open();
    expect(legendColor(chart)).toBe('#3348d1');
    const tip = at(chart, 10, 2);
    await expectLegendToggles(chart, { x: tip.x - 5, y: tip.y + 1 });
  });
});

describe('dials in an ordinary chart', () => {
  const open = () =>
    chartOf(
      'dials',
      {
        data: [
          { x: 1, y: 1, turns: 2.375, label: 'pair 0' },
          { x: 2, y: 1, turns: 0.125, reach: 0.5 },
          { x: 3, y: 1 },
        ],
        radius: 44,
        backgroundColor: '#c0104f',
        borderColor: '#222222',
        borderWidth: 2,
        sectorColor: '#88ee88',
      },
      { x: { min: 0, max: 4 }, y: { min: 0, max: 2 } },
    );
  /** A place on a dial. @param {Chart<any, any>} chart @param {number} x @param {number} part of its radius @param {number} turns */
  const on = ({ scales }, x, part, turns) => ({
    x: scales.x.getPixelForValue(x) + 44 * part * Math.cos(2 * Math.PI * turns),
    y: scales.y.getPixelForValue(1) - 44 * part * Math.sin(2 * Math.PI * turns),
  });

  test('have rims, hands that have turned counterclockwise, and a sector where they make no turn', () => {
    const { canvas, chart } = open();
    /** @param {string} color @param {[number, number, number]} place */
    const fromColor = (color, place) => {
      const { x, y } = on(chart, ...place);
      return apart(pixelAt(canvas, x, y), bytesOf(color));
    };
    expect(fromColor('#c0104f', [1, 0.4, 0.375])).toBeLessThan(60);
    expect(fromColor('#c0104f', [2, 0.4, 0.125])).toBeLessThan(60);
    for (const turns of [0.1, 0.4, 0.7, 0.9])
      expect(fromColor('#c0104f', [3, 0.4, turns])).toBeGreaterThan(60);
    expect(fromColor('#222222', [3, 1, 0.3])).toBeLessThan(60);
    expect(fromColor('#88ee88', [2, 0.6, 0.3])).toBeLessThan(10);
    expect(fromColor('#88ee88', [2, 0.6, 0.7])).toBeGreaterThan(60);
  });

  test('are found anywhere in them and told of in a tooltip, by their own label where they have one', async () => {
    const { chart } = open();
    expect(found(chart, on(chart, 1, 0.9, 0.6))).toBe(0);
    expect(found(chart, on(chart, 3, 0.9, 0.1))).toBe(2);
    expect(found(chart, on(chart, 1, 1.1, 0.6))).toBeUndefined();
    expect(await told(chart, on(chart, 1, 0.2, 0))).toEqual(['pair 0', 'mine: 2.375 turns']);
    expect(await told(chart, on(chart, 2, 0.2, 0))).toEqual(['1', 'mine: 0.125 turns']);
  });

  test('come and go by the legend, which has their hands’ colour', async () => {
    const { chart } = open();
    expect(legendColor(chart)).toBe('#c0104f');
    await expectLegendToggles(chart, on(chart, 2, 0.5, 0.125));
  });
});

describe('a heat map in an ordinary chart', () => {
  const rows = [
    [0.5, -2, 1],
    [4, 0.25, -1],
  ];
  /** @param {object} [more] of the dataset @param {object} [scales] */
  const open = (more, scales) => chartOf('heatMap', { data: rows.flat(), columns: 3, ...more }, scales);
  /** @param {Chart<any, any>} chart @param {number} row @param {number} column */
  const at = ({ scales }, row, column) => ({
    x: scales.x.getPixelForValue(column),
    y: scales.y.getPixelForValue(row),
  });
  /** @param {HTMLCanvasElement} canvas @param {Chart<any, any>} chart @param {'light' | 'dark'} [scheme] */
  const expectColors = (canvas, chart, limit = 4, scheme = 'light') => {
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of values.entries()) {
        const { x, y } = at(chart, row, column);
        const wanted = bytesOf(divergingColor(value / limit, scheme));
        expect(apart(pixelAt(canvas, x + 12, y + 12), wanted), `${row}, ${column}`).toBeLessThanOrEqual(1);
      }
    }
  };

  test('fills its axes with a colour a cell, row 0 above, to the largest number', () => {
    const { canvas, chart } = open();
    const { x, y } = chart.scales;
    expect([x.min, x.max, y.min, y.max]).toEqual([-0.5, 2.5, -0.5, 1.5]);
    expect(at(chart, 0, 0).y).toBeLessThan(at(chart, 1, 0).y);
    expectColors(canvas, chart);
  });

  test('takes a limit, a scheme, and axes that go the other way or show another part', () => {
    const { canvas, chart } = open(
      { limit: 2, scheme: 'dark' },
      { x: { reverse: true, min: -1.5, max: 3 }, y: { reverse: false } },
    );
    expect(at(chart, 0, 0).y).toBeGreaterThan(at(chart, 1, 0).y);
    expect(at(chart, 0, 0).x).toBeGreaterThan(at(chart, 0, 1).x);
    expectColors(canvas, chart, 2, 'dark');
    const beside = pixelAt(canvas, at(chart, 0, -1).x, at(chart, 0, 0).y + 5);
    expect(beside).toEqual([0, 0, 0]);
  });

  test('finds each cell and tells of it in a tooltip, in its colour', async () => {
    const { chart } = open();
    for (const [index, row, column] of [
      [0, 0, 0],
      [2, 0, 2],
      [4, 1, 1],
    ]) {
      const { x, y } = at(chart, row, column);
      expect(found(chart, { x: x + 30, y: y - 30 })).toBe(index);
    }
    expect(await told(chart, at(chart, 1, 1))).toEqual(['1, 1', 'mine: 0.25']);
    const [color] = /** @type {any} */ (chart.tooltip).labelColors;
    expect(color.backgroundColor).toBe(divergingColor(1 / 16, 'light'));
    expect(/** @type {any} */ (chart.tooltip).dataPoints[0].parsed).toEqual({ x: 1, y: 1, value: 0.25 });
  });

  test('comes and goes by the legend, which has the colour of its largest number', async () => {
    const { chart } = open();
    expect(legendColor(chart)).toBe(divergingColor(1, 'light'));
    const { x, y } = at(chart, 1, 0);
    await expectLegendToggles(chart, { x: x + 20, y });
  });

  test('shows numbers that are changed, added or given anew', () => {
    const data = rows.flat();
    const { canvas, chart } = open({ data, limit: 4 });
    data[0] = -4;
    data.push(4, 4, 4);
    chart.update();
    expect(chart.scales.y.max).toBe(2.5);
    const [first, last] = [at(chart, 0, 0), at(chart, 2, 2)];
    expect(pixelAt(canvas, first.x, first.y)).toEqual(bytesOf(divergingColor(-1, 'light')));
    expect(pixelAt(canvas, last.x, last.y)).toEqual(bytesOf(divergingColor(1, 'light')));
    chart.data.datasets[0].data = /** @type {any} */ (Float32Array.of(2, 0, 0));
    chart.update();
    expect(chart.scales.y.max).toBe(0.5);
    expect(found(chart, at(chart, 0, 2))).toBe(2);
    const { x, y } = at(chart, 0, 0);
    expect(pixelAt(canvas, x, y)).toEqual(bytesOf(divergingColor(0.5, 'light')));
  });

  test('is not painted again while it is pointed at', async () => {
    const { chart } = open();
    const put = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'putImageData');
    const before = pixelsOf(chart.canvas);
    await told(chart, at(chart, 0, 1));
    expect(pixelsOf(chart.canvas)).not.toEqual(before);
    expect(put).not.toHaveBeenCalled();
    put.mockRestore();
  });
});
