/**
 * Whether a key asks to take back the last change, or to have it again.
 * @param {KeyboardEvent} event
 * @returns {'undo' | 'redo' | undefined}
 */
export function travelOf(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'y' || (key === 'z' && event.shiftKey)) return 'redo';
  return key === 'z' ? 'undo' : undefined;
}
