/** The most multiplications that do not keep a reader waiting. */
export const promptMultiplications = 2 ** 27;
