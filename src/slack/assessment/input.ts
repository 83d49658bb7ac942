import { z } from 'zod';
import type { Summary } from '../../domain/assessment/summary.js';
import type { Edit } from '../../domain/questionnaire/answers.js';
import { type Made, readFields } from '../check-in/input.js';
import { given, readGiven, readGivenJson } from '../ui/given.js';
import { summaryBlockId } from './ids.js';

const metadataSchema = z.object({
  assessmentId: given.id,
  page: z.int().min(0),
  fromLastPage: z.boolean().optional(),
});

/** Where in which assessment a view stands. Ids only: it can be read by others. */
export type Metadata = z.infer<typeof metadataSchema>;

export function writeMetadata(metadata: Metadata): string {
  return JSON.stringify(metadata);
}

/** Throws UnreadableError for a view that isn't one of ours. */
export function readMetadata(view: { private_metadata: string }): Metadata {
  return readGivenJson(metadataSchema, view.private_metadata);
}

/** The report whose button was pressed. Throws UnreadableError for anything but an id. */
export function readReportId(value: unknown): string {
  return readGiven(given.id, value);
}

/** What the last page brings, if the manager touched it since it was drawn. */
export function readSummaryEdit(view: unknown, made: Made): Edit<Summary> {
  const field = readFields(view, made).get(summaryBlockId);
  return { editedAt: made.at, ...(field?.changed && { summary: field.value }) };
}
