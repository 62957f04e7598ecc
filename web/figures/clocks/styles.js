/** Dials, their headings and legends. */
export const styles = `
.dials + .dials { margin-top: 10px; }
.dials .plot { overflow: visible; cursor: default; }
.dials .plot canvas { border-radius: 6px; }
.dials .readout { inset: 0 auto auto 0; max-width: 100%; z-index: 1; padding: 5px 9px; white-space: pre-line; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 8px 0 0; list-style: none; font-size: 13px; color: var(--soft); }
.legend li { display: flex; align-items: center; gap: 7px; }
.legend i { flex: none; box-sizing: border-box; width: 14px; height: 14px; border: 1.5px solid var(--soft); border-radius: 50%; }
.legend i.broken { border-style: dashed; background: conic-gradient(from 30deg, var(--line) 60deg, transparent 0); }
.legend i.thin { width: 14px; height: 0; border-width: 1px 0 0; border-radius: 0; }
:host([data-alone]) .clocks { flex: 1; }
@media (forced-colors: active) { .legend i { border-color: CanvasText; } }
`;
