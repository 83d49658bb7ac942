/** Returns a name without what Markdown writes around words: "**Coding**" and "`Coding`" are Coding. */
export function withoutMarks(name: string): string {
  return name
    .replace(/(\*{1,3}|_{1,3}|`+|~~)(?=[^\s*_`~])(.+?)(?<=[^\s*_`~])\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/^#{1,6} +(?=\S)/u, '');
}
