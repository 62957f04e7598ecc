/** Tokens, panels, sentence and controls. */
export const layout = `
:host { display: block; container: figure / inline-size; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }

.root {
  --paper: #fbfaf7; --plot: #ffffff; --ink: #1c1b22; --soft: #62606c; --line: #e3e0d8; --accent: #3348d1;
  --on-accent: #ffffff; --edge: #8f8c96; --wrong: #a3260f;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
  color-scheme: light; background: var(--paper); color: var(--ink);
  font: 14px/1.4 var(--sans); font-variant-numeric: tabular-nums;
}
.root[data-scheme="dark"] {
  --paper: #121317; --plot: #17191f; --ink: #eceaf2; --soft: #a09eac; --line: #2c2e37; --accent: #93a1ff;
  --on-accent: #121317; --edge: #6d6b78; --wrong: #ff9d87;
  color-scheme: dark;
}
figure { margin: 0; }
p { margin: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.waiting { padding: 48px 0; color: var(--soft); text-align: center; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }

.panels { display: grid; gap: 0 40px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); }
@container figure (min-width: 640px) { .panels[data-count="4"] { grid-template-columns: 1fr 1fr; } }
.panel { display: grid; grid-row: span 4; grid-template-rows: subgrid; grid-template-columns: minmax(0, 1fr); }
.title { padding: 10px 0 8px; font-size: 15px; color: var(--soft); }
.title b { margin-right: 4px; color: var(--ink); }
.plot { position: relative; width: 100%; min-height: 240px; max-height: 372px; aspect-ratio: 1.3; border-radius: 6px; background: var(--plot); overflow: hidden; }
.plot:focus-visible { outline-offset: 0; border-radius: 6px; }
.plot.over { cursor: grab; }
.plot.held { cursor: grabbing; }
.plot canvas, .curves canvas { position: absolute; inset: 0; }
.readout {
  position: absolute; inset: auto 8px 8px; padding: 2px 8px; width: fit-content; max-width: calc(100% - 16px);
  border: 1px solid var(--line); border-radius: 4px; background: var(--plot); font-size: 13px; pointer-events: none;
}
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
.playhead { position: absolute; inset: 0 auto 0 -0.5px; width: 1px; background: var(--ink); will-change: transform; }

figcaption { max-width: 68ch; padding: 12px 0 4px; font: 18px/1.55 var(--serif); }
.notes { margin: 0; padding: 0; list-style: none; color: var(--soft); }
.problem { color: var(--wrong); font-size: 13px; line-height: 1.35; overflow-wrap: anywhere; }

.controls {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(186px, 1fr)); gap: 14px 24px; align-items: start;
  margin-top: 16px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 13px;
}
.control { min-width: 0; }
.control.wide { grid-column: span 2; }
.control label { color: var(--soft); }
.control > label:not(.chip) { display: grid; gap: 4px; }
.control.slider > label:not(.chip) { display: flex; white-space: nowrap; align-items: baseline; justify-content: space-between; gap: 8px; }
input[type="text"], select {
  width: 100%; min-width: 0; padding: 5px 8px; border: 1px solid var(--edge); border-radius: 4px;
  background: var(--plot); color: var(--ink); font: inherit; font-size: 14px;
}
select { padding: 5px 2px; font-size: 13px; }
.slider input[type="text"] { width: 6.5em; padding: 1px 5px; border-color: var(--line); text-align: right; }
input[type="text"][aria-invalid], .slider input[type="text"][aria-invalid] { border-color: var(--wrong); }
.slider input[type="range"] { width: 100%; margin: 6px 0 0; accent-color: var(--accent); }
.aside { color: var(--soft); font-size: 12px; }
.aside:empty { display: none; }
fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0 0 4px; color: var(--soft); }
.chip { display: inline-flex; align-items: center; gap: 5px; margin: 2px 14px 2px 0; min-height: 24px; color: var(--ink); }
.control .chip { color: var(--ink); }
.chip input { margin: 0; width: 15px; height: 15px; accent-color: var(--accent); }
.problems { grid-column: 1 / -1; }
.problems:empty { display: none; }

.foot { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 14px 0 0; font-size: 13px; }
.foot button {
  padding: 4px 12px; border: 1px solid var(--edge); border-radius: 4px; background: none; color: var(--ink); font: inherit; cursor: pointer;
}
.foot a { color: var(--accent); text-underline-offset: 3px; }

:host([data-alone]) { display: flex; }
:host([data-alone]) .root { display: flex; flex: 1; min-width: 0; padding: 0 24px 16px; }
:host([data-alone]) figure { display: flex; flex: 1; flex-direction: column; min-width: 0; }
:host([data-alone]) .panels { flex: 1; grid-auto-rows: auto minmax(240px, 1fr) auto auto; }
:host([data-alone]) .plot { height: 100%; max-height: none; aspect-ratio: auto; }
:host([data-alone]) figcaption { max-width: 120ch; }

@container figure (min-width: 481px) {
  :host([data-alone]) .controls { grid-template-columns: repeat(auto-fill, minmax(172px, 1fr)); gap: 12px 16px; margin-top: 10px; padding-top: 12px; }
}
@container figure (max-width: 480px) {
  .control.wide, .control:has(select) { grid-column: 1 / -1; }
  .controls { grid-template-columns: 1fr 1fr; gap: 14px 16px; }
  figcaption { font-size: 17px; }
}
@container figure (max-width: 400px) { .formula { font-size: 13px; } mtd { padding: 3px 2px; } }
@container figure (max-width: 300px) { .controls { grid-template-columns: 1fr; } }
@media (forced-colors: active) { .playhead { background: CanvasText; } }
@media print { .controls, .foot, .transport { display: none; } }
`;
