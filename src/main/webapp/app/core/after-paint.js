/** Resolves once the next frame is painted, or soon if the page is not visible: what nobody sees yet must not delay the effect of a key. */
export const afterPaint = () => new Promise(resolve => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 99);
});
