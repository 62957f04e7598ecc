/** A plot of lines, in which a press moves the playhead. */
export const linesStyles = `
.lines { cursor: ew-resize; touch-action: pan-y; }
`;
