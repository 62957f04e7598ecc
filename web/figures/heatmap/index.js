import { counted } from '../../settings/index.js';
import { defineFigure } from '../figure.js';
import { upTo } from '../shared/rows.js';
import { dimensions, pair, playhead, positions } from '../shared/rules.js';

/** @param {import('../../settings/index.js').Settings} settings */
const columnsOf = ({ table, dimensions }) =>
  table === 'cos' || table === 'sin' ? Math.floor(dimensions / 2) : dimensions;

/** @type {import('../../settings/index.js').Rule} */
const zoom = {
  name: 'zoom',
  problem(settings) {
    const { zoom, positions } = settings;
    const columns = columnsOf(settings);
    if (!zoom || (zoom[1] < positions && zoom[3] < columns)) return undefined;
    const there = `${counted(positions, 'position')} and ${counted(columns, 'column')}`;
    return `zoom must lie inside the table of ${there}, got ${zoom.join(',')}`;
  },
  mend: () => ({ value: undefined, note: 'zoom is off, because it lay outside the table' }),
};

export default defineFigure({
  name: 'heatmap',
  label: 'Heat map',
  title: 'A positional encoding as a table of colours',
  settings: ['table', 'positions', 'dimensions', 'base', 'pairing', 'seed', 'text', 'speed', 'loop'],
  few: ['table', 'positions'],
  rows: [
    {
      name: 'table',
      type: 'choice',
      values: ['sinusoidal', 'cos', 'sin', 'learned'],
      labels: { sinusoidal: 'Sinusoidal', cos: 'Rotary: cosines', sin: 'Rotary: sines', learned: 'Learned' },
      default: 'sinusoidal',
      label: 'Table',
      help: 'Which table is drawn: what is added, what rotary turns by, or random rows as before learning.',
      control: 'select',
    },
    {
      name: 'zoom',
      type: 'window',
      default: undefined,
      label: 'Part shown',
      help: 'Which part of the table is drawn, the ends included; all of it where this is not set.',
      control: 'none',
    },
  ],
  defaults: { positions: 128, dimensions: 128 },
  limits: upTo({ positions: 8192, dimensions: 1024 }),
  rules: [positions, dimensions, pair, zoom, playhead],
  load: () => import('./figure.js'),
});
