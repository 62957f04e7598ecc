import { expect, test } from 'vitest';
import { reachedFrom } from './modules.js';

test('what another page registers brings no plot, and not what plots stand on', () => {
  const reached = reachedFrom('web/charts/types.js');
  expect(reached).toContain('web/charts/heat-map-controller.js');
  for (const base of ['plot', 'cells', 'equal-axes', 'xy', 'layer', 'pointer', 'sizing'])
    expect(reached).not.toContain(`web/charts/${base}.js`);
});
