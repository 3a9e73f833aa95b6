/** What the bundler makes of files that are not code. */
declare module '*.svg' {
  const text: string;
  export { text as default };
}
declare module '*.woff2' {
  /** The file's name beside the bundle, like "./inter-ABC.woff2". */
  const name: string;
  export { name as default };
}
declare module '*.css?text' {
  const text: string;
  export { text as default };
}
declare module '*.css';
