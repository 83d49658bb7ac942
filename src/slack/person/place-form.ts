import type { InputBlock, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { Framework } from '../../domain/framework/framework.js';
import { cut } from '../../domain/text/text.js';
import type { Day } from '../../domain/time/day.js';
import { fieldPicker, roleOptions } from '../role/links.js';
import { limits, option, plainText } from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { readSlackValue, slackValues } from '../ui/slack-values.js';

/** The names of the inputs; block and action share one. */
interface PlaceFields {
  roleKey: string;
  inRoleSince: string;
  /** Left out: the form is about the role alone. */
  managerSlackUserId?: string;
}

/** Somebody's role, its first day, and manager, as a form has them. */
interface FormPlace {
  roleKey: string | undefined;
  inRoleSince: Day | undefined;
  managerSlackUserId: string | undefined;
}

export interface PlaceForm {
  fields: PlaceFields;
  framework: Framework;
  place: FormPlace;
  /** What the role was called, where it is no longer on the ladder; it can be kept then. */
  lostRole?: string | undefined;
  labels: { role: string; manager?: string };
  needsRole: boolean;
}

/** The inputs for a role, its first day, and a manager; of one's own, or for an admin somebody's. */
export function placeInputs(form: PlaceForm): InputBlock[] {
  const { fields, framework, place, lostRole, labels, needsRole } = form;
  const { roleKey, inRoleSince } = place;
  const lost: PlainTextOption[] =
    roleKey !== undefined && lostRole !== undefined
      ? [option(cut(`${lostRole} (no longer there)`, limits.optionText), roleKey)]
      : [];
  return [
    field({
      blockId: fields.roleKey,
      label: labels.role,
      optional: !needsRole,
      element: fieldPicker({
        actionId: fields.roleKey,
        placeholder: 'Pick a role',
        options: [...roleOptions(framework), ...lost],
        chosen: roleKey,
      }),
    }),
    field({
      blockId: fields.inRoleSince,
      label: 'In this role since',
      optional: true,
      hint: 'Any day of the right month will do; it is only compared with the usual years.',
      element: dayInput(fields.inRoleSince, inRoleSince),
    }),
    ...managerInput(form),
  ];
}

function managerInput({ fields, place, labels }: PlaceForm): InputBlock[] {
  const { managerSlackUserId: id } = fields;
  if (id === undefined) return [];
  const { managerSlackUserId } = place;
  return [
    field({
      blockId: id,
      label: labels.manager ?? '',
      optional: true,
      hint: 'They see how far the check-in is and, once both views are in, what was written.',
      element: {
        type: 'users_select',
        action_id: id,
        placeholder: plainText('Pick a person'),
        ...(managerSlackUserId && { initial_user: managerSlackUserId }),
      },
    }),
  ];
}

/** Reads the inputs. Throws UnreadableError for any other view, and without a role that it needs. */
export function readPlace(
  view: unknown,
  { fields, needsRole }: Pick<PlaceForm, 'fields' | 'needsRole'>,
): FormPlace {
  const { roleKey, inRoleSince, managerSlackUserId } = fields;
  const picked = z.object({ selected_option: z.object({ value: slackValues.key }) });
  const values = z.object({
    [roleKey]: z.object({
      [roleKey]: needsRole
        ? picked
        : z.object({ selected_option: picked.shape.selected_option.nullish() }),
    }),
    [inRoleSince]: z.object({
      [inRoleSince]: z.object({ selected_date: slackValues.day.nullish() }),
    }),
    ...(managerSlackUserId !== undefined && {
      [managerSlackUserId]: z.object({
        [managerSlackUserId]: z.object({ selected_user: slackValues.userId.nullish() }),
      }),
    }),
  });
  const state = readSlackValue(z.object({ state: z.object({ values }) }), view).state.values;
  const of = (name: string) => (state as Record<string, Record<string, Read>>)[name]?.[name];
  return {
    roleKey: of(roleKey)?.selected_option?.value,
    inRoleSince: of(inRoleSince)?.selected_date ?? undefined,
    managerSlackUserId: (managerSlackUserId && of(managerSlackUserId)?.selected_user) || undefined,
  };
}

interface Read {
  selected_option?: { value: string } | null;
  selected_date?: Day | null;
  selected_user?: string | null;
}
