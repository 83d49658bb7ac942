import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { projectPath } from '../src/project-path.js';

const SYLLABLES = 'ka lo mi ren tas vu per sol din mar eb ot'.split(' ');

/** A made-up text of so many characters, another one for each seed. */
export function textOf(length: number, seed: number): string {
  let state = seed * 7919 + 17;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return SYLLABLES[Math.floor(state / 65536) % SYLLABLES.length] ?? '';
  };
  let text = `T${seed}`;
  while (text.length < length) text += ` ${next()}${next()}`;
  return `${text.slice(0, length - 1).trimEnd()}.`.padEnd(length, '.');
}

export const numbers = (count: number) => Array.from({ length: count }, (_, nth) => nth + 1);

/**
 * The text of a very large ladder file: 205 roles in 52 tracks, 188 competencies of which each role
 * asks 22, and behaviours of which some have 855 characters.
 */
export function largeLadder(): string {
  const competencies = numbers(188).map((n) => ({
    ...{ key: `skill-${n}`, name: `Skill ${n} ${textOf(20, n)}`, group: `Group ${n % 12}` },
    summary: textOf(90, n + 1000),
  }));
  const roles = numbers(205).map((n) => ({
    ...{ key: `role-${n}`, title: `Maker of kind ${n % 41}`, level: `L${Math.ceil(n / 52)}` },
    track: `track-${((n - 1) % 52) + 1}`,
    summary: textOf(120, n + 2000),
    expectations: Object.fromEntries(
      numbers(22).map((nth) => [
        `skill-${((n * 3 + nth * 8) % 188) + 1}`,
        [
          textOf(nth % 11 === 0 ? 855 : 110, n * 100 + nth),
          {
            text: textOf(95, n * 100 + nth + 50_000),
            examples: [textOf(60, n * 100 + nth + 90_000)],
          },
        ],
      ]),
    ),
  }));
  const tracks = numbers(52).map((n) => ({
    ...{ key: `track-${n}`, name: `Track ${n}`, family: `Family ${n % 7}` },
  }));
  return stringify(
    { format: 1, name: 'Large Works', tracks, competencies, roles },
    { lineWidth: 0 },
  );
}

/**
 * The built-in ladder over and over, each time with titles and a family of its own: as many roles as
 * wanted, of which each is as long as before.
 */
export function repeatedLadder(times: number): string {
  const built = parse(
    readFileSync(projectPath('ladders', 'business-operations.yaml'), 'utf8'),
  ) as BuiltIn;
  // A track without roles isn't repeated: a ladder can have 100 tracks at most.
  const isUsed = (key: string) => built.roles.some(({ track }) => track === key);
  const tracks = built.tracks
    .filter(({ key }) => isUsed(key))
    .map(({ leads_to = [], ...track }) => ({ ...track, leads_to: leads_to.filter(isUsed) }));
  const again = <Item>(items: Item[], copy: (item: Item, nth: number) => object) =>
    numbers(times).flatMap((nth) => items.map((item) => (nth === 1 ? item : copy(item, nth))));
  return stringify(
    {
      ...built,
      tracks: again(tracks, ({ key, name, leads_to, ...track }, nth) => ({
        ...{ ...track, key: `${key}-${nth}`, name: `${name} ${nth}`, family: `House ${nth}` },
        leads_to: leads_to.map((other) => `${other}-${nth}`),
      })),
      roles: again(built.roles, ({ key, title, track, aliases: _, ...role }, nth) => ({
        ...{ ...role, key: `${key}-${nth}`, title: `${title} ${nth}`, track: `${track}-${nth}` },
      })),
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

interface BuiltIn {
  tracks: { key: string; name: string; leads_to?: string[] }[];
  roles: { key: string; title: string; track: string; aliases?: string[] }[];
}
