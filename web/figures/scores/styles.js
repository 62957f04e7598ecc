import { colorScaleStyles } from '../shared/color-scale.js';

/** Panels of two vectors, their score, all scores and how they spread. */
export const styles = `${colorScaleStyles}
.where { display: flex; flex-wrap: wrap; gap: 0 24px; padding: 6px 0; font-size: 15px; color: var(--soft); }
.where b { display: inline-block; min-width: 2.4em; }
.color-scale { justify-content: flex-end; padding: 0 8px; }
.ruler { width: 170px; }
.bar { height: 10px; }
.panels { display: grid; gap: 24px 40px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); }
.panel { container: panel / inline-size; min-width: 0; }
.parts { display: grid; gap: 8px 16px; grid-template-columns: minmax(0, 1fr); }
.panel .title { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px; padding: 6px 0 0; border-top: 1px solid var(--line); }
.title .verdict { margin: 0; padding: 0 9px; border: 1.5px solid var(--ink); border-radius: 12px; font-size: 13px; line-height: 20px; }
.title .verdict[data-mark="stays"] { background: var(--ink); color: var(--paper); }
.verdict[data-mark="stays"]::before { content: "✓ "; content: "✓ " / ""; }
.verdict[data-mark="changes"]::before { content: "✗ "; content: "✗ " / ""; }
.pair { display: grid; grid-template-columns: minmax(0, 150px) minmax(min-content, 1fr); gap: 8px 14px; align-items: center; }
.arrows { aspect-ratio: 1; }
.words { min-width: 0; }
.score { display: block; font-size: clamp(26px, 11cqi, 34px); line-height: 1.15; font-weight: 650; letter-spacing: -0.01em; }
.formula { grid-column: 1 / -1; min-height: 28px; padding: 2px 0; font-size: 15px; overflow-x: auto; }
.formula math { margin: 0; }
.live { font-weight: 600; }
p.part { min-height: 2.8em; font-size: 12px; color: var(--soft); }
.quantity { display: flex; justify-content: space-between; gap: 8px; padding-bottom: 3px; font-size: 13px; color: var(--soft); }
.quantity b { color: var(--ink); }
.line { height: 64px; }
.all { min-width: 0; }
.matrix { aspect-ratio: 1; background: none; cursor: crosshair; touch-action: manipulation; }
.matrix .readout { inset: 8px 8px auto auto; }
.bars { height: 92px; background: none; }
.reports { margin: 0; padding: 8px 0 0; list-style: none; color: var(--soft); font-size: 12px; }
.reports a { overflow-wrap: anywhere; }
@container figure (min-width: 640px) { .panels[data-count="4"] { grid-template-columns: 1fr 1fr; } }
@container panel (min-width: 440px) {
  .parts { grid-template: auto 1fr auto / minmax(0, 2fr) minmax(0, 3.2fr); }
  .panel .title { grid-column: 1 / -1; }
  .pair { grid-template-columns: minmax(0, 1fr); align-content: start; gap: 4px; }
  .formula { order: 1; }
  .words { order: 2; }
}
`;
