import { dateFromDay } from '../../../src/domain/time/day.js';
import { type OpenedCheckIn, openCheckIn } from '../../../src/services/check-in/opening.js';
import type { CheckInRef } from '../../../src/services/check-in/reading.js';
import type { Context } from '../../../src/services/context.js';
import { Frameworks } from '../../../src/services/framework/frameworks.js';
import { messages } from '../../../src/services/messages/index.js';
import { rememberWorkspace } from '../../../src/services/workspace/workspaces.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { openTestDatabase } from '../../support/database.js';
import { recordingLog } from '../../support/recording-log.js';
import { TestClock } from '../../support/test-clock.js';

/** A database with the services on it; each test makes a workspace of its own. */
export async function openWorld() {
  const database = await openTestDatabase();
  const clock = new TestClock('2027-03-04T10:00:00Z');
  const frameworks = new Frameworks(database.db);
  const { log } = recordingLog();
  const context: Context = { db: database.db, clock, log, frameworks, messages };
  let count = 0;
  return {
    context,
    clock,
    frameworks,
    close: () => database.close(),
    /** A workspace with the built-in ladder, Q1 open since 3 March, and Rosa in it. */
    async workspace(options: { open?: boolean; role?: string | null } = {}) {
      const { open = true, role = 'manager' } = options;
      clock.set('2027-03-04T10:00:00Z');
      count += 1;
      const team = { slackTeamId: `T${count}`, name: 'Moss & Fern' };
      const { id: workspaceId } = await rememberWorkspace(context, team);
      const version = await frameworks.use(workspaceId, builtInFramework());
      const cycle = await database.db.cycle.create({
        data: {
          workspaceId,
          name: 'Q1 2027',
          opensOn: dateFromDay('2027-03-03'),
          dueOn: dateFromDay('2027-03-17'),
          reviewOn: dateFromDay('2027-03-24'),
          ...(open && { openedAt: clock.now(), frameworkVersionId: version.id }),
        },
      });
      const rosa = await database.db.person.create({
        data: { workspaceId, slackUserId: 'U0ROSA', name: 'Rosa Operations', roleKey: role },
      });
      return { workspaceId, personId: rosa.id, cycleId: cycle.id, version };
    },
  };
}

/** The check-in that was opened; throws if there was none. */
export function begun(opened: OpenedCheckIn) {
  if (opened.kind !== 'page' && opened.kind !== 'submitted') {
    throw new Error(`no check-in but ${opened.kind}`);
  }
  return opened.checkIn;
}

/** Opens a person's check-in and says how to refer to it. */
export async function beginCheckIn(
  context: Context,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<CheckInRef> {
  const { id } = begun(await openCheckIn(context, { workspaceId, personId }));
  return { workspaceId, personId, checkInId: id };
}
