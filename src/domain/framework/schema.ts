import { z } from 'zod';
import type { Framework } from './framework.js';

/** The most characters of a longer text: definitions, behaviours, summaries. */
const TEXT_LIMIT = 3000;
/** The most characters of a name that is an option of a picker or a radio button. */
export const OPTION_LIMIT = 75;
/** The most characters of a heading that is never an option. */
const HEADING_LIMIT = 150;

/**
 * Lower-case words joined by single hyphens; never begins with a digit, since JavaScript would
 * reorder such keys.
 */
export const KEY_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** One line: no line breaks, no control characters, no lone surrogates. */
const LINE_PATTERN = /^[^\p{Cc}\p{Cs}]*$/u;
/** The same with line breaks and tabs; Postgres refuses the rest. */
const TEXT_PATTERN = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;

const line = z.string().trim().regex(LINE_PATTERN);
const prose = z.string().trim().regex(TEXT_PATTERN);

/** A stable key such as `professional-lead`. */
export const key = z.string().max(60).regex(KEY_PATTERN);
/** A name that is an option of a picker or a radio button. */
export const optionText = line.min(1).max(OPTION_LIMIT);
/** What a rating point means; may be empty. */
export const meaning = line.max(OPTION_LIMIT);
/** A heading or another short line. */
export const heading = line.min(1).max(HEADING_LIMIT);
/** A text of one or more sentences. */
export const text = prose.min(1).max(TEXT_LIMIT);
/** A text that may be empty. */
export const anyText = prose.max(TEXT_LIMIT);
/** A web address. */
const webAddress = z
  .url({ protocol: /^https?$/ })
  .trim()
  .max(2000);
/** A number of years; quarters and halves are fine. */
export const yearCount = z.number().min(0).max(60);

/** How many of each thing a framework may have. */
export const LIMITS = {
  scale: { min: 2, max: 9 },
  tracks: { min: 1, max: 100 },
  competencies: { min: 1, max: 250 },
  roles: { min: 1, max: 500 },
  levels: 20,
  competenciesInRole: 40,
  behaviours: 50,
  aliases: 20,
  was: 20,
  shortLists: 30,
} as const;

const names = z.array(optionText).max(LIMITS.shortLists);

/** A rating point; the same in the file and in the stored document except for a missing meaning. */
const ratingPointSchema = z.strictObject({
  key,
  label: optionText,
  meaning,
});

/** A learning link. */
export const linkSchema = z.strictObject({ title: optionText, url: webAddress });

const behaviours = z
  .array(
    z.strictObject({
      key: key.optional(),
      text,
      examples: z.array(text).max(LIMITS.shortLists).optional(),
      links: z.array(linkSchema).max(LIMITS.shortLists).optional(),
    }),
  )
  .max(LIMITS.behaviours);

const levels = z
  .array(
    z.strictObject({
      key,
      name: optionText.optional(),
      text: text.optional(),
      behaviours: behaviours.optional(),
    }),
  )
  .max(LIMITS.levels);

const expectations = z
  .array(
    z.strictObject({
      competency: key,
      level: key.optional(),
      definition: text.optional(),
      behaviours,
      opportunities: names,
      skills: names,
      links: z.array(linkSchema).max(LIMITS.shortLists),
    }),
  )
  .max(LIMITS.competenciesInRole);

/** The normalised document, as it is stored and hashed. Unknown keys are refused. */
const frameworkSchema: z.ZodType<Framework> = z.strictObject({
  key,
  name: optionText,
  about: z
    .strictObject({
      title: heading,
      summary: text,
      sections: z
        .array(
          z.strictObject({
            title: heading,
            text: anyText,
            points: z.array(text).max(LIMITS.shortLists),
          }),
        )
        .max(LIMITS.shortLists),
    })
    .optional(),
  buildsUp: z.literal(true).optional(),
  rate: z.literal('levels').optional(),
  scale: z.array(ratingPointSchema).min(LIMITS.scale.min).max(LIMITS.scale.max),
  levels: levels.optional(),
  tracks: z
    .array(
      z.strictObject({
        key,
        name: optionText.optional(),
        family: optionText.optional(),
        summary: text.optional(),
        leadsTo: z.array(key),
        allRoles: expectations.optional(),
      }),
    )
    .min(LIMITS.tracks.min)
    .max(LIMITS.tracks.max),
  competencies: z
    .array(
      z.strictObject({
        key,
        name: optionText,
        aliases: z.array(optionText).max(LIMITS.aliases),
        group: optionText.optional(),
        summary: text.optional(),
        was: z.array(key).max(LIMITS.was).optional(),
        levels: levels.optional(),
      }),
    )
    .min(LIMITS.competencies.min)
    .max(LIMITS.competencies.max),
  roles: z
    .array(
      z.strictObject({
        key,
        title: optionText,
        level: optionText.optional(),
        years: z.strictObject({ from: yearCount, to: yearCount.nullable() }).optional(),
        track: key,
        aliases: z.array(optionText).max(LIMITS.aliases),
        summary: text.optional(),
        was: z.array(key).max(LIMITS.was).optional(),
        expectations,
      }),
    )
    .min(LIMITS.roles.min)
    .max(LIMITS.roles.max),
});

/**
 * Parses a stored framework. Throws an Error that names the damaged places, never their texts, if
 * the document is not one that this program wrote.
 */
export function parseStoredFramework(json: unknown): Framework {
  const result = frameworkSchema.safeParse(json);
  if (result.success) return result.data;
  const places = result.error.issues.map((issue) => issue.path.join('.') || 'the document');
  throw new Error(`The stored framework is damaged at ${[...new Set(places)].join(', ')}`);
}
