/** As far as it is used: https://github.com/mattdesl/gifenc, which has no types. */
declare module 'gifenc' {
  type Rgb = [red: number, green: number, blue: number];

  interface Encoder {
    writeFrame(
      indices: Uint8Array,
      width: number,
      height: number,
      options?: {
        palette?: Rgb[];
        /** 0: forever */
        repeat?: number;
        /** ms */
        delay?: number;
        transparent?: boolean;
        transparentIndex?: number;
        dispose?: number;
      },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  }

  export function GIFEncoder(): Encoder;
  export function quantize(rgba: Uint8Array, most: number): Rgb[];
}
