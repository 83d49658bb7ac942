import { z } from 'zod';
import { frameworkFileSchema } from './file-schema.js';

const { name, competencies, roles } = frameworkFileSchema.shape;

/** Any file of a ladder: in a folder, one has the name, and each has some of the lists. */
const anyFileSchema = frameworkFileSchema
  .extend({
    name: name.optional(),
    competencies: competencies.optional(),
    roles: roles.optional(),
  })
  .meta({
    title: 'Ladder file',
    description: 'The roles of a ladder and what each of them asks. See docs/ladder-format.md.',
  });

/** Returns the JSON schema of a ladder file, or of one file of a folder, for editors. */
export function ladderJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(anyFileSchema, { io: 'input', reused: 'ref' });
}
