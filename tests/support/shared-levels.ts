import { DEFAULT_SCALE } from '../../src/domain/framework/file-document.js';
import type { Framework } from '../../src/domain/framework/framework.js';

const tracks = [
  'Backend',
  'Mobile',
  'Data',
  'Infrastructure',
  'Security',
  'Web',
  'Quality',
  'Machine Learning',
];
const rungs = ['Engineer', 'Senior Engineer', 'Staff Engineer', 'Principal Engineer'];
/** Each track has these two besides its rungs. */
const others = [
  ['people', 'Engineering Manager', 'M1'],
  ['people', 'Senior Engineering Manager', 'M2'],
  ['delivery', 'Product Manager', 'P1'],
  ['delivery', 'Program Manager', 'P2'],
  ['delivery', 'Technical Program Manager', 'P3'],
  ['delivery', 'Software Engineer in Test', 'IC2'],
] as const;

/** A ladder whose titles and level codes are shared by eight tracks: "Senior Engineer", "IC4". */
export function sharedLevels(): Framework {
  const expectations = [
    {
      competency: 'craft',
      definition: 'Does it well',
      behaviours: [],
      opportunities: [],
      skills: [],
      links: [],
    },
  ];
  const key = (text: string) => text.toLowerCase().replaceAll(' ', '-');
  return {
    key: 'shared',
    name: 'Shared levels',
    scale: DEFAULT_SCALE,
    tracks: [
      ...tracks.map((name) => ({ key: key(name), name, family: 'Engineering', leadsTo: [] })),
      { key: 'people', name: 'People', leadsTo: [] },
      { key: 'delivery', name: 'Delivery', leadsTo: [] },
    ],
    competencies: [
      { key: 'craft', name: 'Craft', aliases: [] },
      { key: 'mentoring', name: 'Mentoring', aliases: [] },
    ],
    roles: [
      ...tracks.flatMap((track) =>
        rungs.map((title, nth) => ({
          key: `${key(track)}-${nth + 3}`,
          title,
          level: `IC${nth + 3}`,
          track: key(track),
          aliases: [],
          expectations,
        })),
      ),
      ...others.map(([track, title, level]) => ({
        key: key(title),
        title,
        level,
        track,
        aliases: [],
        expectations,
      })),
    ],
  };
}
