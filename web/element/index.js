import { RopeScope } from './rope-scope.js';

export { loadCore } from '../core/index.js';
export { diagnostics } from './diagnostics.js';
export { RopeScope };

if (!customElements.get('rope-scope')) customElements.define('rope-scope', RopeScope);
