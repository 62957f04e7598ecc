/** Panels side by side, their rows in line; under them the scores of all. */
export const styles = `
.pairing { display: flex; flex-direction: column; min-width: 0; }
.ways { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); grid-template-rows: repeat(4, auto); gap: 0 28px; }
.way { display: grid; grid-row: span 4; grid-template-rows: subgrid; min-width: 0; }
.way { scroll-margin: 14px; }
.way.meant { border-radius: 2px; outline: 2px solid var(--accent); outline-offset: 5px; }
.many .way + .way { margin-top: 12px; }
.many table { max-width: 420px; }
.many .ways { grid-template-columns: minmax(0, 1fr); grid-template-rows: none; }
.way .title { font-size: 13px; line-height: 1.35; }
.way .title b, .overview .title b { font-size: 15px; }
.way .title b { display: block; }
.way .plot { overflow: visible; cursor: default; }
.way .plot canvas { border-radius: 6px; }
.way .readout { inset: 0 auto auto 0; z-index: 1; max-width: 100%; padding: 5px 9px; white-space: pre-line; }
.way table { align-self: start; margin-top: 8px; border-collapse: collapse; width: 100%; font-size: 14px; text-align: right; }
.way th { padding: 0 0 2px 8px; vertical-align: bottom; color: var(--soft); font-size: 12px; font-weight: 400; }
.way td { padding: 1px 0 1px 8px; white-space: nowrap; }
.way td:nth-child(3) { font-weight: 700; }
.way th:first-child, .way td:first-child { padding-left: 0; text-align: left; }
.verdict { position: relative; margin-top: 6px; padding: 5px 0 0 20px; border-top: 1px solid var(--line); font-size: 13px; line-height: 1.35; }
.verdict::before { content: "✓"; content: "✓" / ""; position: absolute; left: 2px; font-weight: 700; color: var(--accent); }
.verdict.bad { color: var(--wrong); }
.verdict.bad::before { content: "✗"; content: "✗" / ""; color: inherit; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 0; padding: 10px 0 0; list-style: none; font-size: 12px; color: var(--soft); }
.legend li { display: flex; align-items: center; gap: 6px; }
.legend i { flex: none; box-sizing: border-box; width: 16px; height: 0; border-top: 1.75px solid var(--ink); }
.legend .arc, .legend .broken { height: 8px; border: 1.75px solid var(--ink); border-bottom: 0; border-radius: 8px 8px 0 0; }
.legend .broken { border-style: dashed; border-bottom: 0; }
.legend .thick { border-top: 4px solid var(--ink); border-radius: 2px; }
.legend .thin { border-top-width: 1.25px; }
.legend .band { border-top: 6px solid var(--soft); }
.legend .dashes { border-top: 2px dashed var(--ink); }
.legend .cell { width: 14px; height: 9px; border: 1px solid var(--soft); }
.overview .title { padding-bottom: 4px; }
.overview .plot.lines { height: clamp(160px, 15cqi, 180px); cursor: pointer; }
.mistakes { padding-top: 10px; font-size: 13px; }
.mistakes summary { width: fit-content; padding: 3px 0; color: var(--accent); cursor: pointer; }
.mistakes ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 230px), 1fr)); gap: 12px 28px; margin: 8px 0 4px; padding: 0; list-style: none; }
.mistakes li > a { display: block; font-weight: 600; }
.mistakes [aria-current]::before { content: "▸ "; content: "▸ " / ""; }
.mistakes a { overflow-wrap: anywhere; }
.threads { display: block; margin-top: 3px; color: var(--soft); font-size: 12px; }
/* There the lines carry their names. */
@container figure (min-width: 560px) { .overview .legend { display: none; } }
@container figure (max-width: 960px) {
  .ways { column-gap: 20px; }
  .some .ways { grid-template-columns: minmax(0, 1fr); grid-template-rows: none; }
  .some .way + .way { margin-top: 12px; }
  .some table { max-width: 420px; }
  .way table { font-size: 13px; }
  .way th, .way td { padding-left: 5px; }
}
@container figure (max-width: 740px) {
  .ways { grid-template-columns: minmax(0, 1fr); grid-template-rows: none; }
  .way + .way { margin-top: 12px; }
}
`;
