/** Panels, formulas and strips. */
export const styles = `
.panels { display: grid; gap: 0 40px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); }
@container figure (min-width: 640px) { .panels[data-count="4"] { grid-template-columns: 1fr 1fr; } }
.panel { display: grid; grid-row: span 4; grid-template-rows: subgrid; grid-template-columns: minmax(0, 1fr); }
.plot { min-height: 240px; max-height: 372px; aspect-ratio: 1.3; }
.formula {
  display: flex; flex-direction: column; justify-content: center; min-height: 60px; padding: 6px 0;
  font-size: 15px; overflow-x: auto;
}
.formula math { width: fit-content; margin: 0; }
.live { font-weight: 600; }
mtd { padding: 3px 4px; text-align: center; }
.strips {
  display: grid; grid-template: 34px 34px / auto 1fr auto; grid-auto-flow: column; align-items: center;
  column-gap: 12px; padding-bottom: 6px; font-size: 13px; color: var(--soft);
}
.strips b { min-width: 4.2em; text-align: right; color: var(--ink); }
.curves { position: relative; grid-row: 1 / 3; height: 68px; min-width: 0; }
:host([data-alone]) .panels { flex: 1; grid-auto-rows: auto minmax(240px, 1fr) auto auto; }
:host([data-alone]) .plot { height: 100%; max-height: none; aspect-ratio: auto; }
@container figure (max-width: 400px) { .formula { font-size: 13px; } mtd { padding: 3px 2px; } }
`;
