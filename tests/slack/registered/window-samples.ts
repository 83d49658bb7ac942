import { actionItemMetadata } from '../../../src/slack/action-item/input.js';
import {
  exclusionFields,
  exclusionMetadata,
  importFields,
  importMetadata,
  ladderFields,
  ladderMetadata,
  nudgeFields,
  nudgeMetadata,
  reviewFields,
  reviewMetadata,
  settingMetadata,
  valueField,
} from '../../../src/slack/admin/ids.js';
import {
  eraseMetadata,
  fields as personFields,
  personMetadata,
} from '../../../src/slack/admin/people/ids.js';
import { fields as talk } from '../../../src/slack/conversation/ids.js';
import { recordMetadata } from '../../../src/slack/conversation/input.js';
import { fields as note, noteMetadata } from '../../../src/slack/manager-note/ids.js';
import { aboutYouMetadata, reportRoleMetadata } from '../../../src/slack/person/input.js';
import { blockIds, choiceValues } from '../../../src/slack/questionnaire/block-ids.js';
import { searchField } from '../../../src/slack/role/pages/search-view.js';
import { assessed, talked, written } from '../visibility/stages.js';
import { submission } from './requests.js';
import type { RosasThings, Sample } from './samples.js';

/** A window that is sent, with what stands in its fields: block and action share a name. */
function window(
  callbackId: string,
  given: (things: RosasThings) => { metadata?: string; values: object },
  more: Partial<Sample> = {},
): Sample {
  return {
    ...{ kind: 'view', name: callbackId, by: 'Rosa', after: written, works: 'changes' },
    isRosas: true,
    request: async (slack, userId, things) => ({
      kind: 'view_submission',
      payload: await submission(slack, userId, { callbackId, ...given(things) }),
    }),
    ...more,
  };
}

const words = (...ids: string[]) =>
  Object.fromEntries(ids.map((id) => [id, { [id]: { value: 'Other words' } }]));
const chosen = (id: string, value: string) => ({ [id]: { [id]: { selected_option: { value } } } });
const day = (id: string, selected_date: string) => ({ [id]: { [id]: { selected_date } } });
const rated = (point: string) => ({
  ...{ [blockIds.choice('execution')]: { choice: chosenAs(choiceValues.rating(point)) } },
  [blockIds.text('execution')]: { text: { value: 'Other words' } },
});
const chosenAs = (value: string) => ({ selected_option: { value } });
const rosa = { after: talked } as const;
const mika = { by: 'Mika', after: talked } as const;
const view = { by: 'Mika', after: assessed } as const;
const own = { isRosas: false } as const;

/** Windows that can be sent. */
export const windowSamples: readonly Sample[] = [
  window(
    'admin.review',
    ({ cycle }) => ({
      metadata: reviewMetadata.write({ does: 'move', cycleId: cycle }),
      values: day(reviewFields.reviewOn, '2027-03-31'),
    }),
    { by: 'Ada', ...own, works: { shows: 'What it would send' } },
  ),
  window(
    'admin.exclusion',
    ({ cycle }) => ({
      metadata: exclusionMetadata.write({ cycleId: cycle }),
      values: {
        [exclusionFields.people]: { [exclusionFields.people]: { selected_users: ['U0TEO'] } },
        ...chosen(exclusionFields.does, 'exclude'),
      },
    }),
    { by: 'Ada', ...own, works: { shows: '1 person would be left out' } },
  ),
  window(
    'admin.nudge',
    ({ cycle }) => ({
      metadata: nudgeMetadata.write({ cycleId: cycle }),
      values: { [nudgeFields.people]: { [nudgeFields.people]: { selected_users: ['U0TEO'] } } },
    }),
    { by: 'Ada', ...own, works: { shows: '1 person would be asked' } },
  ),
  window(
    'admin.ladder_file',
    () => ({
      metadata: ladderMetadata.write({}),
      values: { [ladderFields.file]: { [ladderFields.file]: { files: [{ id: 'F0NONE' }] } } },
    }),
    { by: 'Ada', ...own, works: { shows: 'comes from a file beside Ladder' } },
  ),
  window(
    'admin.import_file',
    () => ({
      metadata: importMetadata.write({}),
      values: { [importFields.file]: { [importFields.file]: { files: [{ id: 'F0NONE' }] } } },
    }),
    { by: 'Ada', ...own, works: { shows: 'Upload it again' } },
  ),
  window(
    'admin.person',
    ({ person }) => ({
      metadata: personMetadata.write({
        ...{ personId: person, managerLeft: false },
        seen: { roleKey: 'manager', managerSlackUserId: 'U0MIKA', inRoleSince: '2025-01-13' },
      }),
      values: {
        ...chosen(personFields.roleKey, 'senior'),
        ...day(personFields.inRoleSince, '2027-01-04'),
        [personFields.managerSlackUserId]: {
          [personFields.managerSlackUserId]: { selected_user: 'U0NOOR' },
        },
      },
    }),
    { by: 'Ada', ...own },
  ),
  window(
    'admin.erase',
    () => ({ metadata: eraseMetadata.write({ slackUserId: 'U0ROSA' }), values: {} }),
    {
      ...{ by: 'Ada', ...own, works: { shows: 'They are still here' } },
    },
  ),
  window(
    'admin.set',
    () => ({
      metadata: settingMetadata.write({ key: 'working_hours' }),
      values: { [valueField]: { [valueField]: { value: '9-18' } } },
    }),
    { by: 'Ada', ...own },
  ),
  window(
    'action.drop',
    ({ action }) => ({
      metadata: actionItemMetadata.write({ actionId: action }),
      values: words('action.reason'),
    }),
    rosa,
  ),
  window(
    'action.move',
    ({ action }) => ({
      metadata: actionItemMetadata.write({ actionId: action }),
      values: { ...day('action.due_on', '2027-05-03'), ...words('action.reason') },
    }),
    mika,
  ),
  window(
    'assessment.confirm',
    ({ assessment }) => ({
      metadata: JSON.stringify({ assessmentId: assessment, page: 2 }),
      values: {},
    }),
    view,
  ),
  window(
    'assessment.last_page',
    ({ assessment }) => ({
      metadata: JSON.stringify({ assessmentId: assessment, page: 2 }),
      values: words('last_page:summary'),
    }),
    view,
  ),
  window(
    'assessment.page',
    ({ assessment }) => ({
      metadata: JSON.stringify({ assessmentId: assessment, page: 0 }),
      values: rated('past-view'),
    }),
    view,
  ),
  window('check_in.last_page', ({ checkIn }) => ({
    metadata: JSON.stringify({ checkInId: checkIn, page: 2 }),
    values: words('last_page:proud_of'),
  })),
  window('check_in.page', ({ checkIn }) => ({
    metadata: JSON.stringify({ checkInId: checkIn, page: 0 }),
    values: rated('past-self'),
  })),
  window(
    'conversation.action',
    ({ checkIn, action }) => ({
      metadata: recordMetadata.write({ checkInId: checkIn, actionId: action }),
      values: {
        ...words(talk.what, talk.measure),
        ...day(talk.dueOn, '2027-05-03'),
        ...chosen(talk.competency, 'execution'),
        ...chosen(talk.owner, 'report'),
      },
    }),
    mika,
  ),
  window(
    'check_in.note',
    ({ checkIn }) => ({
      metadata: JSON.stringify({ id: checkIn.replace(/^.{8}/, 'ffffffff'), checkInId: checkIn }),
      values: words('check_in.note_text'),
    }),
    rosa,
  ),
  window(
    'conversation.comment',
    ({ conversation }) => ({ metadata: conversation, values: words(talk.comment) }),
    rosa,
  ),
  window(
    'conversation.held',
    ({ checkIn }) => ({
      metadata: recordMetadata.write({ checkInId: checkIn }),
      values: day(talk.heldOn, '2027-03-09'),
    }),
    mika,
  ),
  window(
    'conversation.notes',
    ({ checkIn }) => ({
      metadata: recordMetadata.write({ checkInId: checkIn, version: 1 }),
      values: words(talk.notes),
    }),
    mika,
  ),
  window(
    'conversation.record',
    ({ checkIn }) => ({ metadata: recordMetadata.write({ checkInId: checkIn }), values: {} }),
    { ...mika, works: { shows: 'has the record now' } },
  ),
  window('evidence.form', ({ evidence }) => ({
    metadata: JSON.stringify({ id: evidence, mode: 'change' }),
    values: { ...words('evidence.note'), ...day('evidence.happened_on', '2027-03-09') },
  })),
  window(
    'manager_note.form',
    ({ person, managerNote }) => ({
      // A new one: its id is there before it is saved.
      metadata: noteMetadata.write({
        id: managerNote.replace(/^.{8}/, 'ffffffff'),
        subjectId: person,
      }),
      values: { ...words(note.note), ...day(note.happenedOn, '2027-03-01') },
    }),
    { by: 'Mika' },
  ),
  window(
    'me.save',
    () => ({
      metadata: aboutYouMetadata.write({}),
      values: {
        ...chosen('me.role', 'senior'),
        ...day('me.in_role_since', '2027-03-01'),
        'me.manager': { 'me.manager': { selected_user: 'U0NOOR' } },
      },
    }),
    own,
  ),
  window(
    'me.claim',
    () => ({ values: { 'me.claim_people': { 'me.claim_people': { selected_users: ['U0TEO'] } } } }),
    { by: 'Noor', ...own },
  ),
  window(
    'me.report_save',
    ({ person }) => ({
      metadata: reportRoleMetadata.write({
        reportId: person,
        seen: { roleKey: 'manager', inRoleSince: '2025-01-13' },
      }),
      values: { ...chosen('me.report_role', 'senior'), ...day('me.report_since', '2027-03-01') },
    }),
    { by: 'Mika' },
  ),
  window('quiet.away', () => ({ values: day('quiet.through', '2027-03-12') }), own),
  window(
    'role.search',
    () => ({
      values: { [searchField.block]: { [searchField.action]: { value: 'stakeholders' } } },
    }),
    { ...own, isOpen: true, works: { shows: 'takeholders' } },
  ),
];
