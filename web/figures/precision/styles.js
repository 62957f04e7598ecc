/** A dial a format, and their errors as lines. */
export const styles = `
.deviations { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 120px), 1fr)); gap: 8px 16px; }
.deviation { display: grid; grid-row: span 7; grid-template-rows: subgrid; row-gap: 0; min-width: 0; font-size: 13px; line-height: 1.35; text-align: center; }
.deviation .plot { height: clamp(120px, 15cqi, 176px); }
.deviation svg { flex: none; overflow: visible; }
.deviation path { stroke: var(--ink); fill: none; }
.deviation .off { font-weight: 600; }
.deviation p { color: var(--soft); }
.deviation .name { display: flex; align-items: center; justify-content: center; gap: 8px; padding-top: 6px; color: var(--ink); font-size: 14px; font-weight: 600; }
.precision .lines { height: clamp(230px, 27cqi, 320px); }
.seen-in { padding: 8px 0 0; font-size: 13px; color: var(--soft); }
.seen-in summary { width: fit-content; color: var(--accent); cursor: pointer; }
.seen-in ul { margin: 0; padding: 4px 0 0; list-style: none; }
.seen-in li { padding: 2px 0; }
.seen-in button { margin-left: 6px; min-height: 24px; padding: 1px 9px; }
.seen-in button:hover { border-color: var(--accent); }
:host([data-alone]) .precision { flex: 1; display: flex; flex-direction: column; }
:host([data-alone]) .precision .lines { flex: 1; min-height: 230px; height: auto; }
@container figure (max-width: 480px) {
  .deviations { grid-template-columns: 1fr 1fr; gap: 14px 12px; }
  .deviation .plot { height: 116px; }
}
@media print { .seen-in button { display: none; } }
`;
