import { z } from 'zod';
import { metadata } from '../ui/metadata.js';
import { readSlackValue, slackValues } from '../ui/slack-values.js';
import type { Definition, Types } from './definition.js';

const metadataSchema = z.object({
  id: slackValues.id,
  page: z.int().min(0),
  fromLastPage: z.boolean().optional(),
});

const stored = metadata(z.looseObject({}));

/** The questionnaire and the page of a view. Ids only: others can read it. */
export type Metadata = z.infer<typeof metadataSchema>;

export function writeMetadata<T extends Types>(
  { idName }: Pick<Definition<T>, 'idName'>,
  { id, page, fromLastPage }: Metadata,
): string {
  return stored.write({ [idName]: id, page, fromLastPage });
}

/** Throws UnreadableError for a view that isn't one of this questionnaire's. */
export function readMetadata<T extends Types>(
  { idName }: Definition<T>,
  view: { private_metadata: string },
): Metadata {
  const carried = stored.read(view);
  return readSlackValue(metadataSchema, { ...carried, id: carried[idName] });
}
