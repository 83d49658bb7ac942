import type { ModalView } from '@slack/types';
import type { Framework } from '../../domain/framework/framework.js';
import type { OpenedReport } from '../../services/person/index.js';
import { context, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { displayName } from '../ui/text.js';
import { callbackIds, reportFields } from './ids.js';
import { reportRoleMetadata } from './input.js';
import { placeInputs } from './place-form.js';

export const reportRoleTitle = 'Their role';

/** The form in which a manager sets a report's role and since when they have it. */
export function reportRoleForm(report: OpenedReport, framework: Framework): ModalView {
  const { id: reportId, roleKey, inRoleSince, lostRole } = report;
  return modal({
    callbackId: callbackIds.reportRole,
    title: reportRoleTitle,
    submit: 'Save',
    close: 'Cancel',
    metadata: reportRoleMetadata.write({ reportId, seen: { roleKey, inRoleSince } }),
    blocks: [
      section(`*${displayName(report)}*`),
      ...placeInputs({
        ...{ fields: reportFields, framework, lostRole, needsRole: true },
        place: { roleKey, inRoleSince, managerSlackUserId: undefined },
        labels: { role: 'Role' },
      }),
      context('They are told that you have set it, and can change it.'),
    ],
  });
}
