/** The compiled module as base64; see .tools/engine-bytes.mjs. */
declare module '#engine-bytes' {
  const base64: string;
  export default base64;
}
