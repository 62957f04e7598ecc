import { colorScaleStyles } from '../shared/color-scale.js';

/** The map, its scale, the row under it, and the tools. */
export const styles = `${colorScaleStyles}
.heatmap { display: flex; flex-direction: column; }
.head { display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: space-between; gap: 0 24px; padding-bottom: 8px; }
.head .title { padding-bottom: 0; }
.heatmap .plot { height: clamp(280px, 38cqw, 430px); background: none; cursor: crosshair; touch-action: manipulation; }
.row-title { padding: 2px 0 0; font-size: 13px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bars { position: relative; height: 72px; }
.tools { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 6px 16px; min-height: 36px; padding-top: 6px; }
.cell { flex: 1 1 260px; min-height: 1.4em; font-size: 14px; overflow-wrap: anywhere; }
.zoom { display: flex; gap: 8px; }
.zoom button { min-height: 30px; font-size: 13px; }
.zoom button[aria-disabled="true"] { color: var(--soft); border-color: var(--line); cursor: default; }
.averaged { padding-top: 6px; color: var(--soft); font-size: 13px; max-width: 110ch; }
.averaged:empty { display: none; }
:host([data-alone]) .heatmap { flex: 1; }
:host([data-alone]) .heatmap .plot { flex: 1; height: auto; min-height: clamp(280px, 38cqw, 430px); }
@container figure (max-width: 480px) {
  .heatmap .plot { height: 320px; }
  .ruler { width: 180px; }
}
`;
