import type { Prisma, Transaction, Workspace } from '../../database/index.js';
import type { Settings } from '../../domain/settings/settings.js';
import { countryHoursLine, parseCountryHours } from '../../domain/time/country-hours.js';
import type { Context } from '../context.js';

type Reading = Pick<Context['db'], 'person' | 'workspace'> | Transaction;

/** Reads a workspace's settings. */
export async function readSettings(db: Reading, workspaceId: string): Promise<Settings> {
  const row = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const admins = await db.person.findMany({
    where: { workspaceId, id: { in: row.adminIds } },
    select: { slackUserId: true },
    orderBy: { slackUserId: 'asc' },
  });
  return toSettings(
    row,
    admins.map(({ slackUserId }) => slackUserId),
  );
}

function toSettings(row: Workspace, admins: string[]): Settings {
  return {
    cadence: row.cadence,
    first_month: row.firstMonth,
    opens_days_before: row.opensDaysBefore,
    due_days_before: row.dueDaysBefore,
    reminder_days_before: row.reminderDaysBefore,
    digest_days_before: row.digestDaysBefore,
    working_days: row.workingDays,
    working_hours: { from: row.workingFrom, to: row.workingTo },
    country_hours: row.countryHours.map(parseCountryHours),
    days_off: row.daysOff,
    roles_set_by: row.rolesSetBy,
    managers_above_read: row.aboveReadFrom ? 'yes' : 'no',
    keep_reviews_months: row.keepReviewsMonths,
    keep_leavers_months: row.keepLeaversMonths,
    admins,
  };
}

/** Returns the columns that keep these settings. */
export function toColumns(settings: Settings, adminIds: string[]): Prisma.WorkspaceUpdateInput {
  return {
    cadence: settings.cadence,
    firstMonth: settings.first_month,
    opensDaysBefore: settings.opens_days_before,
    dueDaysBefore: settings.due_days_before,
    reminderDaysBefore: [...settings.reminder_days_before],
    digestDaysBefore: [...settings.digest_days_before],
    workingDays: [...settings.working_days],
    workingFrom: settings.working_hours.from,
    workingTo: settings.working_hours.to,
    countryHours: settings.country_hours.map(countryHoursLine),
    daysOff: [...settings.days_off],
    rolesSetBy: settings.roles_set_by,
    keepReviewsMonths: settings.keep_reviews_months,
    keepLeaversMonths: settings.keep_leavers_months,
    adminIds,
  };
}
