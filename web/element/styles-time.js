/** The transport: buttons and the rail. */
export const time = `
.transport { display: flex; align-items: flex-end; gap: 8px; padding-top: 10px; }
.transport button { flex: none; border: 0; background: none; color: var(--soft); font: inherit; font-size: 13px; cursor: pointer; }
.transport button[part="play"] { position: relative; width: 44px; height: 44px; border-radius: 50%; background: var(--accent); }
.transport button[part="play"]::before {
  content: ""; position: absolute; inset: 13px 12px 13px 16px; background: var(--on-accent); clip-path: polygon(0 0, 100% 50%, 0 100%);
}
.transport button[part="play"].playing::before {
  inset: 14px 15px; clip-path: polygon(0 0, 35% 0, 35% 100%, 65% 100%, 65% 0, 100% 0, 100% 100%, 0 100%);
}
.transport button:disabled { opacity: .45; cursor: default; }
.transport button[part="back"], .transport button[part="forth"] { width: 26px; height: 44px; padding: 0; }
.transport button[part="back"]::before, .transport button[part="forth"]::before {
  content: ""; display: block; width: 10px; height: 14px; margin: auto; background: currentColor;
  clip-path: polygon(0 0, 78% 50%, 0 100%, 0 78%, 42% 50%, 0 22%);
}
.transport button[part="forth"]::before { clip-path: polygon(10% 0, 88% 50%, 10% 100%, 10% 78%, 52% 50%, 10% 22%); }
.transport button[part="back"]::before { clip-path: polygon(90% 0, 12% 50%, 90% 100%, 90% 78%, 48% 50%, 90% 22%); }
.transport button:hover { color: var(--ink); }
.now { flex: none; min-width: 3.2em; line-height: 44px; text-align: right; font-weight: 600; }

.rail[dir="rtl"] .track { --side: left; }
.rail { position: relative; flex: 1; min-width: 0; height: 66px; }
.stops { position: absolute; inset: 0 10px; }
.stops.numbered { top: -12px; }
.rail:has(.numbered) { height: 78px; }
.stop { position: absolute; top: 0; bottom: 0; width: 0; }
.word {
  position: absolute; top: 0; max-width: min(116px, 36cqw); overflow: hidden; text-overflow: ellipsis; transform: translateX(-50%); white-space: nowrap; text-align: center; color: var(--text); font-size: 14px;
}
.word small { display: block; font-size: 11px; color: var(--soft); }
.stops.numbered .word { top: 12px; }
.stop.first .word { transform: translateX(-10px); }
.stop.last .word { transform: translateX(calc(-100% + 10px)); }
.rail[dir="rtl"] .word { transform: translateX(50%); }
[dir="rtl"] .stop.first .word { transform: translateX(10px); }
[dir="rtl"] .stop.last .word { transform: translateX(calc(100% - 10px)); }
.stop.come .word { color: var(--soft); }
.stop.current .word { font-weight: 700; }
.stop i {
  position: absolute; bottom: 18px; inset-inline-start: -4px; width: 8px; height: 8px; border-radius: 50%; background: var(--mark);
}
.scale { position: absolute; inset: auto 10px 20px; height: 4px; border-radius: 2px; }

.track {
  position: absolute; inset: auto 10px 20.5px; height: 3px; border-radius: 2px;
  background: linear-gradient(to var(--side, right), var(--accent) calc(100% * var(--share, 0)), var(--line) calc(100% * var(--share, 0)));
}

input[part="rail"] {
  position: absolute; inset: auto 0 0; width: 100%; height: 44px; margin: 0; background: none; appearance: none; cursor: pointer;
  touch-action: pan-y;
}
input[part="rail"]::-webkit-slider-runnable-track { background: none; }
input[part="rail"]::-moz-range-track { background: none; }
input[part="rail"]::-webkit-slider-thumb {
  appearance: none; width: 20px; height: 20px; border: 3px solid var(--paper); border-radius: 50%; background: var(--accent);
}
input[part="rail"]::-moz-range-thumb {
  box-sizing: border-box; width: 20px; height: 20px; border: 3px solid var(--paper); border-radius: 50%; background: var(--accent);
}

@media (forced-colors: active) {
  .transport button, .stop i, .track, .scale, input[part="rail"]::-webkit-slider-thumb { forced-color-adjust: none; }
  .transport button[part="play"] { background: ButtonText; }
  .transport button[part="play"]::before { background: ButtonFace; }
  .transport button[part="back"], .transport button[part="forth"] { color: ButtonText; }
  .track { background: CanvasText; }
}
@container figure (max-width: 560px) {
  .transport { flex-wrap: wrap; }
  .rail { order: -1; flex: 1 0 100%; }
  .now { margin-left: auto; }
}
`;
