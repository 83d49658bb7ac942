import { type Cycle, readCycles } from '../../services/cycle/index.js';
import { UserFacingError } from '../../services/errors/index.js';
import type { SlackContext } from '../bolt/context.js';
import type { Admin } from './admin.js';

/** Returns the review of an id. Throws UserFacingError where there is none any more. */
export async function cycleOf(
  { services }: SlackContext,
  { workspaceId }: Admin,
  cycleId: string,
): Promise<Cycle> {
  const cycle = (await readCycles(services, workspaceId)).find(({ id }) => id === cycleId);
  if (cycle) return cycle;
  throw new UserFacingError('That review is not there any more. Open the reviews anew.');
}
