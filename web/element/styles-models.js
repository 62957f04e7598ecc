/** The controls that choose models and take a config. */
export const models = `
.chosen-ones { display: flex; flex-wrap: wrap; gap: 6px; margin: 0 0 8px; padding: 0; list-style: none; }
.chosen-ones:empty { display: none; }
.chosen-ones li {
  display: inline-flex; align-items: center; min-height: 28px; padding-left: 10px; border: 1px solid var(--edge); border-radius: 14px;
  background: var(--plot);
}
.chosen-ones button {
  width: 28px; height: 26px; padding: 0; border: 0; border-radius: 13px; background: none; color: var(--soft); font: inherit; font-size: 16px;
  line-height: 1; cursor: pointer;
}
.chosen-ones button:hover { color: var(--wrong); }
.choosing { display: flex; align-items: flex-end; gap: 8px; }
.choosing label { display: grid; flex: 1; gap: 4px; min-width: 0; }
.chooser .add, .config .buttons button {
  flex: none; min-height: 30px; padding: 3px 12px; border: 1px solid var(--edge); border-radius: 4px; background: none; color: var(--ink);
  font: inherit; cursor: pointer;
}
.chooser button:disabled, .config button:disabled { opacity: .5; cursor: default; }
.config textarea {
  width: 100%; min-width: 0; padding: 6px 8px; border: 1px solid var(--edge); border-radius: 4px; background: var(--plot); color: var(--ink);
  font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; resize: vertical;
}
.config textarea::placeholder { color: var(--soft); opacity: 1; font-family: var(--sans); font-size: 13px; }
.config textarea[aria-invalid] { border-color: var(--wrong); }
.config .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 4px 0; }
.config.dropping textarea { outline: 2px dashed var(--accent); outline-offset: 2px; }
.config.dropping textarea::placeholder { color: var(--accent); }
`;
