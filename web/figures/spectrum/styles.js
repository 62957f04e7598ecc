/** The plot of curves and what stands under it. */
export const styles = `
.spectrum { display: flex; flex-direction: column; min-width: 0; }
.plot { height: clamp(300px, 40cqi, 440px); cursor: crosshair; touch-action: pan-y; }
.reading { display: block; min-height: 1.5em; padding: 6px 0 8px; font-size: 13px; color: var(--soft); overflow-wrap: anywhere; }
.curves-list { margin: 0; padding: 0; list-style: none; font-size: 13px; }
.curves-list li {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; padding: 5px 0; border-top: 1px solid var(--line);
}
.curve-name {
  display: inline-flex; align-items: baseline; gap: 10px; min-height: 26px; padding: 3px 6px 0 0; border: 0; background: none;
  color: var(--ink); font: inherit; text-align: left; cursor: pointer;
}
.curve-name:hover span { text-decoration: underline; text-underline-offset: 3px; }
.chosen .curve-name { font-weight: 600; }
.swatch { flex: none; align-self: center; color: var(--soft); overflow: visible; }
.chosen .swatch { color: var(--accent); }
.swatch path, .swatch polygon { stroke: currentColor; stroke-width: 1.5; fill: none; }
.swatch .filled { fill: currentColor; stroke: none; }
.swatch .hollow { fill: var(--paper); }
.about { flex: 1 1 20em; min-width: 0; color: var(--soft); overflow-wrap: anywhere; }
.curves-list a { display: inline-block; min-height: 24px; padding: 3px 0; }
.band-line { flex: 0 0 100%; }
.band { position: relative; height: 22px; margin: 2px 0 4px; border-bottom: 1px solid var(--edge); }
.band svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.band path { fill: var(--soft); fill-opacity: .22; }
.chosen .band path { fill: var(--accent); fill-opacity: .22; }
.band span { position: absolute; top: 0; line-height: 22px; text-align: center; font-size: 12px; color: var(--ink); }

.copies { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 12px 0 8px; border-top: 1px solid var(--line); font-size: 13px; }
.copies .soft, .whose, .copied { color: var(--soft); }
.copies button { min-height: 26px; padding: 2px 10px; }
.copies button:hover { border-color: var(--accent); }
.copies button:disabled { opacity: .5; cursor: default; }
.copied { flex-basis: 100%; }
.copied:empty { display: none; }
.copies textarea {
  flex-basis: 100%; min-width: 0; padding: 8px; border: 1px solid var(--edge); border-radius: 4px; background: var(--plot); color: var(--ink);
  font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre; resize: vertical;
}
.numbers summary { width: fit-content; padding: 4px 0; font-size: 13px; color: var(--accent); cursor: pointer; }
.numbers .table { max-height: 320px; overflow: auto; border: 1px solid var(--line); border-radius: 4px; background: var(--plot); }
.numbers table { border-collapse: collapse; width: 100%; font-size: 12px; text-align: right; }
.numbers th, .numbers td { padding: 3px 12px; white-space: nowrap; }
.numbers thead th { position: sticky; top: 0; background: var(--plot); color: var(--soft); font-weight: 400; }
.numbers tbody th { color: var(--soft); font-weight: 400; }
.numbers tbody tr { border-top: 1px solid var(--line); }

:host([data-alone]) .spectrum { flex: 1; }
:host([data-alone]) .plot { flex: 1; height: auto; min-height: clamp(340px, 30cqi, 440px); }
@container figure (max-width: 480px) {
  .plot { height: 320px; }
  .reading { min-height: 3.9em; }
  .about { flex-basis: 100%; }
}
@media print { .copies, .numbers { display: none; } }
`;
