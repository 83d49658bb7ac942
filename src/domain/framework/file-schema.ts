import { z } from 'zod';
import type { Framework, RatingPoint, WrittenExpectation } from './framework.js';
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
 * The scale of every framework that defines none.
 * @internal
 */
export const DEFAULT_SCALE: RatingPoint[] = [
  { key: 'not-yet', label: 'Not yet', meaning: 'It does not show so far' },
  { key: 'developing', label: 'Developing', meaning: 'It shows at times, or with help' },
  { key: 'meeting', label: 'Meeting', meaning: 'It shows steadily, as the role asks' },
  { key: 'exceeding', label: 'Exceeding', meaning: 'It goes well beyond what the role asks' },
  {
    key: 'next-level',
    label: 'Working at the next level',
    meaning: 'It shows steadily, as the next role asks',
  },
];

/** A list that may be missing, or empty after its key. */
function optionalList<Item extends z.ZodType>(item: Item, most: number) {
  return z
    .array(item)
    .max(most)
    .nullish()
    .transform((items) => items ?? []);
}

/** A text that may be missing. */
function optionalText<Text extends z.ZodType<string>>(text: Text) {
  return text.nullish().transform((value) => value ?? '');
}

const fileExpectation = z.strictObject({
  definition: text,
  behaviours: z
    .record(key, text)
    .nullish()
    .transform((behaviours) => behaviours ?? {}),
  opportunities: optionalList(optionText, LIMITS.shortLists),
  skills: optionalList(optionText, LIMITS.shortLists),
  links: optionalList(linkSchema, LIMITS.shortLists),
});

const fileRole = z.strictObject({
  key,
  title: optionText,
  level: optionText,
  years: z.strictObject({ from: yearCount, to: yearCount.nullish() }),
  track: key,
  aliases: optionalList(optionText, LIMITS.aliases),
  expectations: z
    .record(key, fileExpectation)
    .nullish()
    .transform((expectations) => expectations ?? {}),
});

/** The shape of a ladder file after YAML; references are checked in rules.ts. */
export const frameworkFileSchema = z.strictObject({
  format: z.literal(1),
  key,
  name: optionText,
  about: z.strictObject({
    title: heading,
    summary: text,
    sections: optionalList(
      z.strictObject({
        title: heading,
        text: optionalText(anyText),
        points: optionalList(text, LIMITS.shortLists),
      }),
      LIMITS.shortLists,
    ),
  }),
  scale: z
    .array(z.strictObject({ key, label: optionText, meaning: optionalText(meaning) }))
    .min(LIMITS.scale.min)
    .max(LIMITS.scale.max)
    .nullish(),
  tracks: z
    .array(
      z.strictObject({ key, name: optionText, leads_to: optionalList(key, LIMITS.tracks.max) }),
    )
    .min(LIMITS.tracks.min)
    .max(LIMITS.tracks.max),
  competencies: z
    .array(
      z.strictObject({ key, name: optionText, aliases: optionalList(optionText, LIMITS.aliases) }),
    )
    .min(LIMITS.competencies.min)
    .max(LIMITS.competencies.max),
  roles: z.array(fileRole).min(LIMITS.roles.min).max(LIMITS.roles.max),
});

type FrameworkFile = z.infer<typeof frameworkFileSchema>;

/**
 * Converts a valid file into the normalised document; expectations follow the competencies' order.
 */
export function toFramework(file: FrameworkFile): Framework {
  return {
    key: file.key,
    name: file.name,
    about: file.about,
    scale: file.scale ?? DEFAULT_SCALE,
    tracks: file.tracks.map(({ key, name, leads_to }) => ({ key, name, leadsTo: leads_to })),
    competencies: file.competencies,
    roles: file.roles.map((role) => ({
      ...role,
      years: { from: role.years.from, to: role.years.to ?? null },
      expectations: file.competencies.flatMap(({ key }) =>
        Object.hasOwn(role.expectations, key) ? toExpectation(key, role.expectations[key]) : [],
      ),
    })),
  };
}

function toExpectation(
  competency: string,
  expectation: z.infer<typeof fileExpectation> | undefined,
): WrittenExpectation[] {
  if (!expectation) return [];
  const behaviours = Object.entries(expectation.behaviours).map(([key, text]) => ({ key, text }));
  return [{ ...expectation, competency, behaviours }];
}
