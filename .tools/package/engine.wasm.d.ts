/** What a bundler makes of the import of a file: its address. */
declare const url: string;
export default url;
