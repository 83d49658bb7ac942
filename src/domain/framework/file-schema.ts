import { z } from 'zod';
import {
  anyText,
  heading,
  key,
  LIMITS,
  linkSchema,
  meaning,
  optionText,
  text,
  yearCount,
} from './schema.js';

/**
 * A list with a number of entries. Unlike a limit of the library's own, this one is checked together
 * with the entries, so that it hides none of their problems.
 */
function listOf<Item extends z.ZodType>(item: Item, max: number, min = 0) {
  return z
    .array(item)
    .refine((list) => list.length <= max && list.length >= min, {
      when: ({ value }) => Array.isArray(value),
      params: { max, min } satisfies ListLimits,
    })
    .meta({ maxItems: max, ...(min > 0 && { minItems: min }) });
}

/** How many entries a list can have, as the problem of another number tells. */
export interface ListLimits {
  max: number;
  min: number;
}

/** A list that may be missing, or empty after its key. */
function optionalList<Item extends z.ZodType>(item: Item, most: number) {
  return listOf(item, most).nullish();
}

/** A behaviour with what belongs to it, or its text alone. */
const behaviourParts = {
  text,
  examples: optionalList(text, LIMITS.shortLists),
  links: optionalList(linkSchema, LIMITS.shortLists),
};

const behaviourList = z.array(
  z.union([text, z.strictObject({ key: key.optional(), ...behaviourParts })]),
);

/** A list of behaviours, or a group in which each stands under its key. */
const behaviours = z.union([
  behaviourList,
  z.record(key, z.union([text, z.strictObject(behaviourParts)])),
]);

const levelParts = { text: text.optional(), behaviours: behaviours.nullish() };

const levels = listOf(
  z.strictObject({ key, name: optionText.optional(), ...levelParts }),
  LIMITS.levels,
);

const expectation = z.union([
  text,
  behaviourList,
  z.strictObject({
    level: key.optional(),
    definition: text.optional(),
    behaviours: behaviours.nullish(),
    opportunities: optionalList(optionText, LIMITS.shortLists),
    skills: optionalList(optionText, LIMITS.shortLists),
    links: optionalList(linkSchema, LIMITS.shortLists),
  }),
]);

const expectations = z.record(key, expectation).nullish();

/** The keys that something had before. */
const was = z.union([key, listOf(key, LIMITS.was)]).nullish();

const role = z.strictObject({
  key,
  title: optionText,
  level: optionText.optional(),
  years: z.strictObject({ from: yearCount, to: yearCount.nullish() }).nullish(),
  track: key.optional(),
  aliases: optionalList(optionText, LIMITS.aliases),
  summary: text.optional(),
  was,
  expectations,
});

const track = z.strictObject({
  key,
  name: optionText.optional(),
  family: optionText.optional(),
  summary: text.optional(),
  leads_to: optionalList(key, LIMITS.tracks.max),
  all_roles: expectations,
});

const competency = z.strictObject({
  key,
  name: optionText,
  aliases: optionalList(optionText, LIMITS.aliases),
  group: optionText.optional(),
  summary: text.optional(),
  was,
  levels: z
    .union([
      levels,
      z.record(key, z.union([text, behaviourList, z.strictObject(levelParts)]).nullable()),
    ])
    .nullish(),
});

const about = z.strictObject({
  title: heading,
  summary: text,
  sections: optionalList(
    z.strictObject({
      title: heading,
      text: anyText.nullish(),
      points: optionalList(text, LIMITS.shortLists),
    }),
    LIMITS.shortLists,
  ),
});

/** The shape of a ladder file after YAML; references are checked by the rules. */
export const frameworkFileSchema = z.strictObject({
  format: z.literal(1),
  key: key.optional(),
  name: optionText,
  about: about.nullish(),
  builds_up: z.boolean().nullish(),
  rate: z.literal('levels').nullish(),
  scale: listOf(
    z.strictObject({ key, label: optionText, meaning: meaning.nullish() }),
    LIMITS.scale.max,
    LIMITS.scale.min,
  ).nullish(),
  levels: levels.nullish(),
  tracks: optionalList(track, LIMITS.tracks.max),
  competencies: listOf(competency, LIMITS.competencies.max, LIMITS.competencies.min),
  roles: listOf(role, LIMITS.roles.max, LIMITS.roles.min),
});

export type FrameworkFile = z.infer<typeof frameworkFileSchema>;
export type FileExpectation = z.infer<typeof expectation>;
export type FileBehaviours = z.infer<typeof behaviours>;

/** What a file of a folder has apart from its lists, in one file of them only. */
export const HEAD_KEYS = Object.keys(frameworkFileSchema.shape).filter(
  (name) => !['format', 'tracks', 'competencies', 'roles'].includes(name),
);
