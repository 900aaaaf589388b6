/** Families that any renderer has, or falls back from. */
export const fontFamily = "system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif";

/** Of code. */
export const monoFamily = 'ui-monospace, Menlo, Consolas, monospace';
