import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { UserFacingError } from '../../../services/errors/index.js';
import type { ManagerField } from '../../../services/members.js';

const definitions = z.array(
  z.object({ id: z.string(), label: z.string(), type: z.string() }).catch({
    ...{ id: '', label: '', type: '' },
  }),
);
const filled = z.record(z.string(), z.object({ value: z.string().catch('') }));

const notShown =
  "Slack does not show the fields of people's profiles to Ladder. Add the scope users.profile:read to the Slack app and install it again. Nothing is changed.";

/** The field of Slack's profiles that names people and is called after managers; undefined where none is. */
export async function findManagerField(client: WebClient): Promise<ManagerField | undefined> {
  const { profile } = await orRefused(client.team.profile.get());
  const fields = definitions.safeParse(profile?.fields).data ?? [];
  const field = fields.find(
    ({ type, label }) => type === 'user' && /\b(manager|supervisor|reports to)\b/i.test(label),
  );
  if (!field) return undefined;
  return {
    label: field.label,
    async managerOf(slackUserId) {
      const read = await orRefused(client.users.profile.get({ user: slackUserId }));
      const value = filled.safeParse(read.profile?.fields).data?.[field.id]?.value ?? '';
      // Several people may stand in one field.
      return /^[UW][A-Z0-9]+$/.exec(value.split(',')[0]?.trim() ?? '')?.[0];
    },
  };
}

async function orRefused<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const reason = (error as { data?: { error?: string } }).data?.error;
    if (reason === 'missing_scope') throw new UserFacingError(notShown);
    throw error;
  }
}
