/** The chain, the two plots under it, and what their marks mean. */
export const styles = `
.decay { display: grid; gap: 0 24px; }
.decay > div { min-width: 0; }
.chain { min-height: 150px; max-height: 380px; }
.decay .lines { height: 190px; }
.formula { padding: 2px 0 6px; overflow-x: auto; }
.formula math { margin: 0; font-size: 15px; }
.formula mtd { padding: 3px .12em; }
.formula mtd[columnspan] { text-align: start; }
@container figure (min-width: 900px) {
  .decay { grid-template-columns: 1.15fr 1fr; grid-template-rows: auto auto; }
  .why { grid-row: 1 / 3; }
}
.keys { display: flex; flex-wrap: wrap; gap: 2px 20px; margin: 0; padding: 8px 0 0; list-style: none; font-size: 13px; color: var(--soft); }
.keys li { display: flex; align-items: center; gap: 7px; }
.keys b, .decay .title .live { color: var(--ink); font-weight: 600; }
.keys i { flex: none; box-sizing: border-box; width: 18px; border: 0 solid var(--soft); }
.keys i.circle { width: 15px; height: 15px; border-width: 1.5px; border-style: dotted; border-radius: 50%; }
.keys i.bar { height: 7px; background: currentColor; opacity: .4; }
.keys i.thick { border-top: 3px solid var(--ink); }
.keys i.thin { border-top-width: 1.5px; }
.keys i.mid { border-top: 2.5px solid var(--ink); }
:host([data-alone]) .decay { flex: 1; }
:host([data-alone]) .decay .lines { height: clamp(170px, 22vh, 340px); }
@media (forced-colors: active) { .keys i { border-color: CanvasText; } .keys i.bar { forced-color-adjust: none; } }
`;
