/** What the package says of its module `./code`: layers as programs, and what texts mean. */

/** The names of the formats: pytorch, tensorflow, jax, onnx, numpy, scipy, paddle, matlab, xtensor. */
export const formats: readonly string[];

/** What people call a format, and what the file of its program ends with: { label: 'PyTorch', extension:
 * 'py' }.
 * @throws {CodeError} for a name that is none */
export function about(format: string): { label: string; extension: string };

/** Why there is no program. */
export class CodeError extends RangeError {
  /** `format`, `size`, or the rule of the link or of the layer that is broken. */
  code: string;
}

/**
 * The program of a link's layer, which leaves the output in `Y`, (N, C, H, W), and asserts it. Nothing is
 * loaded, nothing is waited for.
 * @param link the text of a link, with or without its #
 * @param format the name of one of `formats`
 * @throws {CodeError} for a link that cannot be read, a layer that cannot be, tensors too large to write
 */
export function write(link: string, format: string): string;

/** A notebook of Jupyter, as JSON: the layer, and the other operation back from its output.
 * @throws {CodeError} as `write` */
export function writeNotebook(link: string, format: string): string;

/** The bytes of an ONNX model of the layer, its weights inside.
 * @throws {CodeError} as `write` */
export function writeModel(link: string): Uint8Array;

/** The operation with its numbers, for LaTeX.
 * @throws {CodeError} as `write` */
export function writeLatex(link: string): string;

/** What a text means. */
export type Reading =
  | {
      /** A link, the text of one without its #, for each layer in it, or for one with its tensors. */
      links: string[];
      /** What of it cannot be said in a link, and what was made up. */
      notes: string[];
      /** Of an error message: what is wrong with the layer, in a sentence. */
      wrong?: string;
      /** Of an error message: what puts it right, the best first; each is a link to a layer that can be. */
      remedies?: { words: string; link: string }[];
    }
  | {
      problem: {
        message: string;
        /** Where: of the tensor where the message speaks of its rows, else of the text; from 1. */
        row: number;
        column: number;
      };
    };

/** What a text means that somebody copied: code, a print, an error message. Nothing of it is run, and it
 * never throws. */
export function read(text: string): Reading;
