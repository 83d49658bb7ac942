/** Returns a text as a key: "Garden Care" becomes `garden-care`. `otherwise` where no letter is left. */
export function keyFrom(text: string, otherwise: string): string {
  const tidy = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return tidy || otherwise;
}
