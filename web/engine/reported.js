/** @typedef {import('./engine.d.ts').FaultReport} FaultReport */

/**
 * The fault that an engine's error carries; anything else is a bug, and is thrown on.
 * @param {any} error
 * @returns {FaultReport}
 */
export function reported(error) {
  if (error?.name !== 'ConvError') throw error;
  const { code, field, axis, numbers, message, nearest } = error;
  return { code, field, axis, numbers, message, nearest };
}
