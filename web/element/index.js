import { RopeScope } from './rope-scope.js';

export { diagnostics } from './diagnostics.js';
export { RopeScope };

if (!customElements.get('rope-scope')) customElements.define('rope-scope', RopeScope);
