/** What a reader types into, drags and presses. */
export const controls = `
.controls {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 14px 24px; align-items: start;
  margin-top: 14px; font-size: 13px;
}
#more { margin-top: 12px; padding-top: 2px; border-top: 1px solid var(--line); }
#more > button { margin-top: 14px; }
.control { min-width: 0; }
.control.wide { grid-column: span 2; }
.control label { color: var(--soft); }
.control > label:not(.chip) { display: grid; gap: 4px; }
.control.slider > label:not(.chip) { display: flex; align-items: baseline; justify-content: space-between; gap: 8px; }
input[type="text"], select {
  width: 100%; min-width: 0; padding: 5px 8px; border: 1px solid var(--edge); border-radius: 4px;
  background: var(--plot); color: var(--ink); font: inherit; font-size: 14px;
}
select { padding: 5px 2px; font-size: 13px; }
.slider input[type="text"] { flex: 0 0 7.5em; width: 7.5em; padding: 1px 5px; border-color: var(--line); text-align: right; }
input[type="text"][aria-invalid], .slider input[type="text"][aria-invalid] { border-color: var(--wrong); }
.slider input[type="range"] { width: 100%; margin: 6px 0 0; accent-color: var(--accent); }
.aside { color: var(--soft); font-size: 12px; }
.aside:empty { display: none; }
fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0 0 4px; color: var(--soft); }
.chip { display: inline-flex; align-items: center; gap: 5px; margin: 2px 14px 2px 0; min-height: 24px; color: var(--ink); }
.control .chip { color: var(--ink); }
.chip input { margin: 0; width: 15px; height: 15px; accent-color: var(--accent); }
.problems:empty { display: none; }
.problems { margin-top: 10px; }

@container figure (min-width: 481px) {
  :host([data-alone]) .controls { grid-template-columns: repeat(auto-fill, minmax(206px, 1fr)); gap: 12px 20px; }
}
@container figure (max-width: 480px) {
  .control.wide, .control:has(select) { grid-column: 1 / -1; }
  .controls { grid-template-columns: 1fr 1fr; gap: 14px 16px; }
}
@container figure (max-width: 420px) { .controls { grid-template-columns: 1fr; } }
`;
