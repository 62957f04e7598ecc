/**
 * Calls back for a press in a box, and for every move until it ends. A drag that began elsewhere, as to select text, does nothing.
 *
 * @param {HTMLElement} box
 * @param {(clientX: number) => void} seek
 */
export function scrubs(box, seek) {
  let isHeld = false;
  box.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    isHeld = true;
    // A finger is captured already.
    if (event.pointerType !== 'touch') box.setPointerCapture(event.pointerId);
    seek(event.clientX);
  });
  box.addEventListener('pointermove', (event) => {
    if (isHeld) seek(event.clientX);
  });
  box.addEventListener('lostpointercapture', () => {
    isHeld = false;
  });
}
