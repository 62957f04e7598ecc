/** The player, the pictures, the graphs and their numbers. */
export const styles = `
.player { position: relative; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
.player button {
  flex: none; min-height: 32px; padding: 4px 12px; border: 1px solid var(--edge); border-radius: 4px; background: none; color: var(--ink);
  font: inherit; font-size: 13px; cursor: pointer;
}
.player button:hover { border-color: var(--accent); }
.player button[aria-disabled=true] { opacity: .45; cursor: default; border-color: var(--line); }
.player .play { position: relative; width: 44px; height: 44px; padding: 0; border: 0; border-radius: 50%; background: var(--accent); }
.player .play::before {
  content: ""; position: absolute; inset: 13px 12px 13px 16px; background: var(--on-accent); clip-path: polygon(0 0, 100% 50%, 0 100%);
}
.player .play.playing::before {
  inset: 14px 15px; clip-path: polygon(0 0, 35% 0, 35% 100%, 65% 100%, 65% 0, 100% 0, 100% 100%, 0 100%);
}
.player .rail { position: relative; flex: 1 1 240px; height: 44px; min-width: 0; }
.player .rail input {
  position: absolute; inset: auto 0 0; width: 100%; height: 30px; margin: 0; background: none; appearance: none; cursor: pointer; touch-action: pan-y;
}
.player .rail input::-webkit-slider-runnable-track { background: none; }
.player .rail input::-moz-range-track { background: none; }
.player .rail input::-webkit-slider-thumb {
  appearance: none; width: 20px; height: 20px; border: 3px solid var(--paper); border-radius: 50%; background: var(--accent);
}
.player .rail input::-moz-range-thumb {
  box-sizing: border-box; width: 20px; height: 20px; border: 3px solid var(--paper); border-radius: 50%; background: var(--accent);
}
.player .track {
  position: absolute; inset: auto 10px 13.5px; height: 3px; border-radius: 2px;
  background: linear-gradient(to right, var(--accent) calc(100% * var(--share, 0)), var(--line) calc(100% * var(--share, 0)));
}
.steps { position: absolute; inset: 0 10px auto; font-size: 12px; line-height: 14px; color: var(--soft); }
.steps span { position: absolute; transform: translateX(-50%); white-space: nowrap; }
.steps span:last-child { transform: translateX(calc(-100% + 10px)); }
.step-now { flex: none; min-width: 5.2em; text-align: right; font-weight: 600; }

.going {
  position: absolute; z-index: 1; inset: calc(100% - 5px) 0 auto; display: flex; align-items: center; gap: 8px; padding: 0; font-size: 12px; line-height: 14px;
  color: var(--soft); pointer-events: none;
}
.going[hidden] { display: none; }
.going progress { flex: 1; min-width: 0; height: 4px; border: 0; border-radius: 2px; appearance: none; background: var(--line); color: var(--accent); overflow: hidden; }
.going progress::-webkit-progress-bar { background: var(--line); }
.going progress::-webkit-progress-value { background: var(--accent); }
.going progress::-moz-progress-bar { background: var(--accent); }

.cells { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0 24px; }
.cell { min-width: 0; }
.training .title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 6px; }
.cell .title { padding-bottom: 6px; }
.cell .kind { flex-basis: 100%; font-size: 13px; }
.square { aspect-ratio: 1.02; }
.under { min-height: 1.4em; padding: 4px 0 0; font-size: 13px; color: var(--soft); }
.ways { display: flex; gap: 4px; margin-left: auto; }
.ways button {
  padding: 0 6px; border: 1px solid var(--edge); border-radius: 4px; background: none; color: var(--ink); font: inherit; font-size: 12px; line-height: 18px;
  cursor: pointer;
}
.ways button:hover { border-color: var(--accent); }
.ways button[aria-pressed=true] { border-color: var(--ink); background: var(--ink); color: var(--paper); }
@media (pointer: coarse) { .ways button { padding: 6px 10px; } }
.scale-of-weights { grid-column: 2 / -1; display: flex; justify-content: center; align-items: center; gap: 6px; padding-bottom: 4px; }
.bar-of-weights { position: relative; display: inline-block; width: 130px; padding-bottom: 12px; margin-bottom: -12px; }
.weights { display: block; height: 10px; border: 1px solid var(--line); border-radius: 2px; forced-color-adjust: none; }
.bar-of-weights small { position: absolute; bottom: -4px; left: 50%; transform: translateX(-50%); font-size: 11px; }

.graphs { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 32px; padding-top: 8px; }
.graphs > div { display: flex; flex-direction: column; min-width: 0; }
.graph { flex: 1; min-height: 270px; }
.graph.test { min-height: 364px; }

.numbers { margin-top: 12px; overflow-x: auto; font-size: 13px; }
.numbers table { border-collapse: collapse; width: 100%; text-align: right; }
.numbers caption { padding: 0 0 4px; text-align: left; color: var(--soft); }
.numbers th, .numbers td { padding: 4px 12px; border-top: 1px solid var(--line); vertical-align: top; white-space: nowrap; font-weight: 400; }
.numbers thead th, .numbers thead td { border-top: 0; color: var(--soft); }
.numbers tbody th { text-align: left; padding-left: 0; }
.numbers small { display: inline-block; min-width: 3.4em; padding-left: 8px; font-size: 12px; color: var(--soft); }
.numbers small:empty { display: none; }
.numbers .trained { background: rgb(128 126 140 / .12); }
.numbers .none { color: var(--soft); }
.legend { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 18px; padding-bottom: 6px; font-size: 13px; }
.legend > span, .numbers tbody th { white-space: nowrap; }
.legend .swatch { margin-right: 5px; }
.swatch { margin-right: 8px; vertical-align: middle; overflow: visible; }
.swatch path { stroke: var(--ink); fill: none; }
.swatch.soft path { stroke: var(--soft); }

/* There the lines carry their names. */
@container figure (min-width: 1160px) { .legend { display: none; } }
@container figure (max-width: 820px) {
  .cells { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px 24px; }
  .scale-of-weights { grid-column: 1 / -1; }
  .graphs { grid-template-columns: minmax(0, 1fr); }
  .numbers small { display: block; padding: 0; }
}
@container figure (max-width: 900px) { .steps .minor { display: none; } }
@container figure (max-width: 560px) { .trains .step-now { visibility: hidden; } .player .rail { order: -1; flex-basis: 100%; } .step-now { margin-left: auto; } }
@container figure (max-width: 480px) {
  .cells { gap: 8px 14px; }
  .cell:first-child { grid-column: 1 / -1; }
  .cell:first-child .square { aspect-ratio: 1.25; }
  .scale-of-weights { grid-column: auto; flex-wrap: wrap; align-content: center; }
  .bar-of-weights { width: 90px; }
  .weights-name { flex-basis: 100%; }
  .cell .kind, .under { font-size: 12px; }
  .numbers th, .numbers td { padding: 4px 2px; }
  .numbers .loss { padding-left: 0; }
  .numbers small, .numbers td, .numbers th { font-size: 11.5px; }
  .numbers tbody th { white-space: normal; }
  .numbers .swatch { display: block; margin: 3px 0 0; }
  .numbers thead small { display: none; }
  .player button { padding: 4px; font-size: 12px; }
  .player { gap: 5px; }
  .step-now { min-width: 0; font-size: 12px; }
}
@media (forced-colors: active) {
  .player button, .numbers .trained { border: 1px solid ButtonText; }
  .player .play { border: 2px solid ButtonText; }
  .player .play::before { background: ButtonText; forced-color-adjust: none; }
  .going progress { appearance: auto; }
  .player .track { background: linear-gradient(to right, Highlight calc(100% * var(--share, 0)), GrayText calc(100% * var(--share, 0))); forced-color-adjust: none; }
  .player .rail input::-webkit-slider-thumb { background: Highlight; forced-color-adjust: none; }
  .player .rail input::-moz-range-thumb { background: Highlight; forced-color-adjust: none; }
  .numbers .trained { border-width: 1px 2px; }
  .swatch path { stroke: CanvasText; }
}
`;
