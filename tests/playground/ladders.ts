import { stringify } from 'yaml';
import { ladderFileOf, largeFramework } from '../support/large-framework.js';

/** A name, competencies and two roles. */
const smallest = `format: 1
key: smallest
name: Smallest
competencies:
  - { key: craft, name: Craft }
  - { key: people, name: People }
  - { key: words, name: Words }
  - { key: plans, name: Plans }
roles:
  - { key: helper, title: Helper, expectations: { craft: Does it with help } }
  - { key: maker, title: Maker, expectations: { people: Helps others, plans: Plans a week } }
`;

/** Everything that the format has besides the built-in ladder's shape. */
const garden = `format: 1
key: garden
name: Garden Care
builds_up: true
scale:
  - { key: not-yet, label: Not yet }
  - { key: there, label: There }
tracks:
  - key: growing
    name: Growing
    family: Outdoors
    all_roles:
      safety: Leaves tools clean and paths free.
  - { key: selling, name: Selling, family: Indoors }
competencies:
  - key: plants
    name: Plants
    group: Craft
    summary: Knowing what grows where, and why.
    levels:
      - { key: waters, name: Waters, text: Waters and weeds what others planted }
      - key: plans
        name: Plans
        behaviours:
          - Chooses plants for a bed
          - { text: Plans a season ahead, examples: [Ordered the autumn bulbs in June] }
  - { key: safety, name: Safety, group: Conduct }
  - { key: counter, name: Counter, group: Conduct }
roles:
  - key: helper
    title: Garden Helper
    track: growing
    expectations: { plants: waters }
  - key: gardener
    title: Gardener
    level: G2
    track: growing
    summary: Runs one garden without being asked.
    was: [junior-gardener]
    expectations:
      plants: plans
      safety:
        - Checks ladders before use
        - "Explains [the rules](https://example.com/rules) to helpers"
  - key: seller
    title: Seller
    track: selling
    expectations: { counter: [Greets everybody] }
`;

/** The same, but people choose among a competency's levels in a check-in. */
const rated = garden.replace('builds_up: true', 'builds_up: true\nrate: levels');

/** 205 roles on 52 tracks without years, levels or an about page; no two tracks share a competency. */
function wide(): string {
  const numbers = Array.from({ length: 205 }, (_, nth) => nth);
  const track = (nth: number) => nth % 52;
  return stringify({
    format: 1,
    key: 'wide',
    name: 'Wide',
    tracks: numbers.slice(0, 52).map((nth) => ({ key: `track-${nth}`, name: `Track ${nth}` })),
    competencies: numbers
      .slice(0, 156)
      .map((nth) => ({ key: `skill-${nth}`, name: `Skill ${nth}` })),
    roles: numbers.map((nth) => ({
      key: `role-${nth}`,
      title: `Role ${nth}`,
      track: `track-${track(nth)}`,
      expectations: Object.fromEntries(
        [0, 1, 2].map((third) => [`skill-${track(nth) * 3 + third}`, [`Does ${nth} and ${third}`]]),
      ),
    })),
  });
}

/** Ladder files of very different shapes, by what they are. */
export const ladders: [string, () => string][] = [
  ['the smallest ladder', () => smallest],
  ['a ladder with levels, shared parts and rungs that add up', () => garden],
  ['a ladder whose levels are the choices', () => rated],
  ['a ladder of 205 roles on 52 tracks', wide],
  ['a ladder of 40 competencies and long texts', () => ladderFileOf(largeFramework())],
];
