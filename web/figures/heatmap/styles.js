/** The map, its scale, the row under it, and the tools. */
export const styles = `
.heatmap { display: flex; flex-direction: column; }
.head { display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: space-between; gap: 0 24px; padding-bottom: 8px; }
.head .title { padding-bottom: 0; }
.color-scale { display: flex; align-items: baseline; gap: 10px; color: var(--soft); font-size: 12px; }
.ruler { display: grid; grid-template-columns: auto 1fr auto; width: 220px; }
.ruler span:nth-child(3) { text-align: center; }
.bar { grid-column: 1 / -1; height: 12px; border: 1px solid var(--line); border-radius: 2px; }
.heatmap .plot { height: clamp(280px, 38cqw, 430px); background: none; cursor: crosshair; touch-action: manipulation; }
.row-title { padding: 2px 0 0; font-size: 13px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bars { position: relative; height: 72px; }
.bars canvas { position: absolute; inset: 0; }
.tools { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 6px 16px; min-height: 36px; padding-top: 6px; }
.cell { flex: 1 1 260px; min-height: 1.4em; font-size: 14px; overflow-wrap: anywhere; }
.zoom { display: flex; gap: 8px; }
.zoom button {
  min-height: 30px; padding: 4px 12px; border: 1px solid var(--edge); border-radius: 4px; background: none; color: var(--ink); font: inherit; font-size: 13px; cursor: pointer;
}
.zoom button[aria-disabled="true"] { color: var(--soft); border-color: var(--line); cursor: default; }
.averaged { padding-top: 6px; color: var(--soft); font-size: 13px; max-width: 110ch; }
.averaged:empty { display: none; }
:host([data-alone]) .heatmap { flex: 1; }
:host([data-alone]) .heatmap .plot { flex: 1; height: auto; min-height: clamp(280px, 38cqw, 430px); }
@container figure (max-width: 480px) {
  .heatmap .plot { height: 320px; }
  .ruler { width: 180px; }
}
@media (forced-colors: active) { .bar { forced-color-adjust: none; } }
`;
