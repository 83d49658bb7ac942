import { z } from 'zod';
import { findOrAddPerson } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { given, readGiven, readGivenJson } from '../ui/given.js';
import type { Definition, Types } from './definition.js';

const metadataSchema = z.object({
  id: given.id,
  page: z.int().min(0),
  fromLastPage: z.boolean().optional(),
});

/** Where in which questionnaire a view stands. Ids only: it can be read by others. */
export type Metadata = z.infer<typeof metadataSchema>;

export function writeMetadata<T extends Types>(
  { idName }: Definition<T>,
  { id, page, fromLastPage }: Metadata,
): string {
  return JSON.stringify({ [idName]: id, page, fromLastPage });
}

/** Throws UnreadableError for a view that isn't one of this questionnaire's. */
export function readMetadata<T extends Types>(
  { idName }: Definition<T>,
  view: { private_metadata: string },
): Metadata {
  const stored = readGivenJson(z.looseObject({}), view.private_metadata);
  return readGiven(metadataSchema, { ...stored, id: stored[idName] });
}

/** The questionnaire that a view belongs to, for the person who acts in it. */
export async function refOf<T extends Types>(
  definition: Definition<T>,
  { services, workspace }: SlackContext,
  slackUserId: string,
  view: { private_metadata: string },
): Promise<T['ref']> {
  const { id } = readMetadata(definition, view);
  const workspaceId = workspace.id;
  const { id: personId } = await findOrAddPerson(services, { workspaceId, slackUserId });
  return definition.refOf({ workspaceId, personId }, id);
}
