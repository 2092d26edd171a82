/** Whether the window is so narrow that a form makes way for what it found. */
export function isNarrow(): boolean {
  return window.matchMedia('(max-width: 52rem)').matches;
}
