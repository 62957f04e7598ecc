/** The table, what measures, and the claims. */
export const styles = `
.comparison { display: flex; flex-direction: column; min-width: 0; container: comparison / inline-size; }
.methods { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 13px; }
.methods th, .methods td { padding: 10px 12px 10px 0; text-align: left; vertical-align: top; font-weight: 400; }
.methods tr > :first-child { width: 15%; }
.methods thead th { padding-top: 4px; }
.methods thead b { display: block; font-size: 15px; font-weight: 600; }
.methods small { display: block; color: var(--soft); font-size: 12px; line-height: 1.35; }
.methods tbody tr { border-top: 1px solid var(--line); }
.methods tbody th > span { font-weight: 600; }
.methods .who { display: none; }
.methods .main { display: block; font-size: 15px; overflow-wrap: anywhere; }
.methods .more { display: block; color: var(--soft); line-height: 1.35; }
.methods .open .main { color: var(--soft); font-size: 13px; font-style: italic; }
.methods math { font-size: 15px; }

.measuring {
  display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; min-height: 46px; padding: 8px 0; border-top: 1px solid var(--line);
  font-size: 13px;
}
.measuring .how { flex: 1 1 20em; min-width: 0; color: var(--soft); }
.measuring progress { flex: 0 1 200px; height: 8px; accent-color: var(--accent); }
.measure {
  flex: none; min-height: 30px; padding: 4px 12px; border: 1px solid var(--edge); border-radius: 4px; background: none; color: var(--ink);
  font: inherit; cursor: pointer;
}
.measure:hover { border-color: var(--accent); }

.claims { padding-top: 16px; }
.claims .title { padding: 8px 0 4px; }
.tally { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 2px 0; font-size: 14px; }
.summary { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 24px; padding-bottom: 10px; }
.summary .chip { margin-right: 0; color: var(--soft); font-size: 13px; }
.claims:not(.ruled) .rule span { display: none; }
.groups { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 40px; align-items: start; }
.group > summary { padding: 8px 0; border-top: 1px solid var(--line); font-size: 14px; cursor: pointer; }
.group > summary .how { padding-left: 8px; white-space: nowrap; color: var(--soft); font-size: 12px; }
.claims ul { margin: 0; padding: 0 0 12px; list-style: none; }
.claims li {
  display: grid; grid-template-columns: 132px minmax(0, 1fr); gap: 0 12px; padding: 8px 0; font-size: 13px; line-height: 1.4;
}
.badge { display: inline-flex; align-items: baseline; gap: 7px; font-size: 13px; }
.badge::before, .main[data-verdict]::before {
  content: ""; flex: none; width: 9px; height: 9px; border: 1.5px solid var(--ink); border-radius: 50%; box-sizing: content-box;
  transform: translateY(1px);
}
.main[data-verdict]::before { display: inline-block; margin-right: 7px; }
[data-verdict="holds"]::before { background: var(--ink); }
[data-verdict="in part"]::before { background: linear-gradient(to right, var(--ink) 50%, transparent 50%); }
[data-verdict="open"] { color: var(--soft); }
.badge[data-verdict="open"]::before { border-style: dotted; border-color: var(--soft); }
.quote { font: 16px/1.4 var(--serif); overflow-wrap: break-word; }
.source { display: block; padding-top: 2px; color: var(--soft); font-size: 12px; line-height: 1.35; }
.says { padding: 3px 0; }
.says:empty { display: none; }
.rule { color: var(--soft); font-size: 12px; }
.rule a { color: var(--accent); text-underline-offset: 3px; white-space: nowrap; }
.sources { color: var(--soft); font-size: 12px; }

@container comparison (max-width: 1040px) { .methods math { font-size: 13px; } }
@container comparison (max-width: 860px) {
  .groups { grid-template-columns: minmax(0, 1fr); }
  .methods math { font-size: 15px; }
  .methods, .methods tbody, .methods tr, .methods th, .methods td { display: block; width: auto; }
  .methods thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .methods tbody { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 32px; }
  .methods tbody tr { padding: 12px 0; }
  .methods tbody th { padding: 0 0 6px; }
  .methods tr > :first-child { width: auto; }
  .methods tbody th > span { font-size: 15px; }
  .methods td { display: grid; grid-template-columns: 84px minmax(0, 1fr); gap: 8px; align-items: baseline; padding: 4px 0; }
  .methods .who { display: block; color: var(--soft); }
  .methods .main { font-size: 14px; }
}
@container comparison (max-width: 600px) {
  .methods tbody { grid-template-columns: minmax(0, 1fr); }
  .claims li { grid-template-columns: 1fr; gap: 2px; padding: 10px 0; border-top: 1px solid var(--line); }
  .claims li:first-child { border-top: 0; }
  .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; }
  .source { padding: 0; }
  .rule a { display: inline-block; padding: 5px 0; font-size: 13px; }
}
@container comparison (max-width: 300px) { .methods math { font-size: 13px; } }
@media print { .measuring { display: none; } }
@media (forced-colors: active) { .badge::before, .main[data-verdict]::before { forced-color-adjust: none; } }
`;
