import { z } from 'zod';

const text = z.string().min(1).optional().catch(undefined);
const flag = z
  .unknown()
  .transform((value) => value === true || value === 'true')
  .optional();
const named = z.object({ id: text }).optional().catch(undefined);

const bodySchema = z.object({
  team_id: text,
  team: named,
  enterprise_id: text,
  enterprise: named,
  is_enterprise_install: flag,
  authorizations: z
    .array(z.object({ enterprise_id: text, is_enterprise_install: flag }))
    .optional()
    .catch(undefined),
});

/**
 * Returns where the app is installed that Slack sends this request to: the id of the organisation if it is
 * installed there, otherwise that of the workspace. It says where to look and gives no right:
 * `only-members.ts` holds every id of the request against that workspace.
 */
export function installedAt(raw: unknown): string | undefined {
  const { data: body } = bodySchema.safeParse(raw);
  if (!body) return undefined;
  const [authorization] = body.authorizations ?? [];
  if (body.is_enterprise_install || authorization?.is_enterprise_install) {
    return authorization?.enterprise_id ?? body.enterprise_id ?? body.enterprise?.id;
  }
  return body.team_id ?? body.team?.id;
}
