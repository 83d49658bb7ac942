import type { Transaction } from '../../database/index.js';
import { settingText } from '../../domain/settings/definitions.js';
import { defaultSettings } from '../../domain/settings/settings.js';
import { type Administrator, lockForAdmin } from '../access/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { change, type SettingChange } from './change.js';

export interface AdminInput {
  workspaceId: string;
  by: Administrator;
  /** The person who is to be an admin, or none any more. */
  personId: string;
  isAdmin: boolean;
}

/**
 * Makes somebody an admin, or takes it away: changes the setting `admins`. Where Slack's owners and
 * admins were Ladder's, those of today come onto the list. Throws UserFacingError, having changed
 * nothing, where `by` is no admin, nobody would be left, or the person isn't here.
 */
export async function setAdmin(context: Context, input: AdminInput): Promise<SettingChange> {
  const { workspaceId, by, personId, isAdmin } = input;
  return context.db.$transaction(async (tx) => {
    await lockForAdmin(tx, { workspaceId, by });
    const people = await readAdmins(tx, workspaceId, personId);
    const person = people.find(({ id }) => id === personId);
    if (!person) {
      throw new UserFacingError('They are no member of this workspace now. Nothing is changed.');
    }
    const wanted = people.filter(({ id }) => (id === personId ? isAdmin : true));
    if (wanted.length === 0) {
      throw new UserFacingError(
        'Then nobody would be an admin. Make somebody else one first. Nothing is changed.',
      );
    }
    const admins = wanted.map(({ slackUserId }) => slackUserId);
    const value = settingText('admins', { ...defaultSettings, admins });
    if (person.isAdmin === isAdmin) return { key: 'admins', from: value, to: value, cycles: [] };
    return change(tx, context, { workspaceId, by, key: 'admins', value }, lockForAdmin);
  });
}

/** The admins of today, and this person. */
function readAdmins(tx: Transaction, workspaceId: string, personId: string) {
  return tx.person.findMany({
    where: {
      ...{ workspaceId, leftAt: null, isBot: false },
      OR: [{ isAdmin: true }, { id: personId }],
    },
    select: { id: true, slackUserId: true, isAdmin: true },
    orderBy: { slackUserId: 'asc' },
  });
}
