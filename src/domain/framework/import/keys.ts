import { plain } from '../../text/words.js';

const longest = 60;

/**
 * Returns a key made from a name: "Senior Gärtner (G3)" becomes `senior-gartner-g3`. A name without
 * Latin letters and digits gets a key from its characters, the same each time.
 */
export function keyOf(name: string, kind: string): string {
  const words = plain(name)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  if (words === '') return `${kind}-${checksum(name)}`;
  return shortened(/^[a-z]/u.test(words) ? words : `${kind}-${words}`);
}

function shortened(key: string): string {
  if (key.length <= longest) return key;
  const cut = key.slice(0, longest);
  const end = cut.lastIndexOf('-');
  return (end > longest / 2 ? cut.slice(0, end) : cut).replace(/-+$/u, '');
}

/** FNV-1a, in letters and digits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/**
 * Returns a key for each item, none twice and none in `taken`. `names` gives the names to try, the
 * plainest first; items that share one all go on to their next, and have a number in the end.
 */
export function uniqueKeys<Item>(
  items: readonly Item[],
  names: (item: Item) => readonly string[],
  kind: string,
  taken: ReadonlySet<string> = new Set(),
): Map<Item, string> {
  const keys = new Map<Item, string>();
  const used = new Set(taken);
  let open = [...items];
  const most = Math.max(0, ...items.map((item) => names(item).length));
  for (let attempt = 0; attempt < most; attempt += 1) {
    const wanted = open.map((item) =>
      keyOf(names(item)[attempt] ?? names(item).at(-1) ?? '', kind),
    );
    const counted = new Map<string, number>();
    for (const key of wanted) counted.set(key, (counted.get(key) ?? 0) + 1);
    open = open.filter((item, place) => {
      const key = wanted[place] ?? '';
      if (used.has(key) || counted.get(key) !== 1) return true;
      keys.set(item, key);
      return false;
    });
    for (const key of keys.values()) used.add(key);
  }
  for (const item of open) {
    const key = numbered(keyOf(names(item).at(-1) ?? '', kind), used);
    keys.set(item, key);
    used.add(key);
  }
  return keys;
}

function numbered(key: string, used: ReadonlySet<string>): string {
  if (!used.has(key)) return key;
  const stem = key.slice(0, longest - 5).replace(/-+$/u, '');
  for (let number = 2; ; number += 1) {
    if (!used.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}
