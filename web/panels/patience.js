/** The most multiplications of what is shown besides the layer's own output, that do not keep a reader waiting. */
export const promptMultiplications = 2 ** 27;
/** The most numbers of X and Y that are copied to and fro without keeping a reader waiting. */
export const promptNumbers = 2 ** 20;
