/** A plot of lines and what moves over it. */
export const linesStyles = `
.lines { cursor: ew-resize; touch-action: pan-y; }
.lines .playhead { position: absolute; top: 0; left: -1px; width: 2px; opacity: .75; pointer-events: none; }
.lines .dot {
  position: absolute; top: -5px; left: -5px; width: 10px; height: 10px; border: 2px solid var(--plot); border-radius: 50%; pointer-events: none;
}
@media (forced-colors: active) { .lines .playhead, .lines .dot { forced-color-adjust: none; } }
`;
