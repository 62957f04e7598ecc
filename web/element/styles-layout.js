/** Tokens, sentence, controls, and what the figures' own sheets share. */
export const layout = `
:host { display: block; min-width: 280px; writing-mode: horizontal-tb; }
.frame {
  all: initial; display: grid; grid-template-columns: minmax(280px, 680px) minmax(0, 1fr); flex: 1; box-sizing: border-box;
  min-width: 280px;
  visibility: inherit; cursor: inherit; pointer-events: inherit; -webkit-text-size-adjust: inherit; text-size-adjust: inherit;
  direction: ltr; unicode-bidi: isolate; overflow-wrap: anywhere;
}
.box { grid-column: 1 / -1; display: flex; min-width: 0; container: figure / inline-size; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }

.root {
  flex: 1; min-width: 0;
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
a { color: var(--accent); text-underline-offset: 3px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.waiting { padding: 48px 0; color: var(--soft); text-align: center; }
.waiting:not(:only-child) { padding: 8px 0 20px; }
.waiting .foot { justify-content: center; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }

.title { padding: 10px 0 8px; font-size: 15px; color: var(--soft); }
.title b { margin-right: 4px; color: var(--ink); }
.plot { position: relative; width: 100%; border-radius: 6px; background: var(--plot); overflow: hidden; }
.plot:focus-visible { outline-offset: 0; border-radius: 6px; }
canvas { position: absolute; inset: 0; }
.over { cursor: grab; }
.held { cursor: grabbing; }
.lines { cursor: ew-resize; touch-action: pan-y; }
.readout {
  position: absolute; inset: auto 8px 8px; padding: 2px 8px; width: fit-content; max-width: calc(100% - 16px);
  border: 1px solid var(--line); border-radius: 4px; background: var(--plot); font-size: 13px; pointer-events: none;
}


figcaption { max-width: 68ch; padding: 12px 0 4px; font: 18px/1.55 var(--serif); }
.notes { margin: 0; padding: 0; list-style: none; color: var(--soft); }
.problem { color: var(--wrong); font-size: 13px; line-height: 1.35; overflow-wrap: anywhere; }

.foot { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 14px 0 0; font-size: 13px; }
.foot button { min-height: 24px; padding: 3px 0; border: 0; background: none; color: var(--accent); font: inherit; cursor: pointer; }
.foot button:hover { text-decoration: underline; text-underline-offset: 3px; }
.plain {
  padding: 4px 12px; border: 1px solid var(--edge); border-radius: 4px; background: none; color: var(--ink); font: inherit; cursor: pointer;
}
.foot a { display: inline-block; min-height: 24px; padding: 3px 0; }

:host([data-alone]) { display: flex; }
:host([data-alone]) .root { display: flex; flex-direction: column; padding: 0 24px 16px; }
:host([data-alone]) figure { display: flex; flex: 1; flex-direction: column; min-width: 0; }
:host([data-alone]) figcaption { max-width: 120ch; }

@container figure (max-width: 480px) { figcaption { font-size: 17px; } }
@media print { form, .transport { display: none; } }
`;
