import { groupTeam } from '../../src/domain/team/team.js';
import type { SingleMessage } from '../../src/services/messages/index.js';

const mika = { id: 'mika', slackUserId: 'U0MIKA', name: 'Mika Moss', timeZone: 'UTC' };
const teo = { id: 'teo', slackUserId: 'U0TEO', name: 'Teo Fern', timeZone: 'UTC' };
const today = '2027-03-10';
const asked = {
  cycleName: 'Q1 2027',
  dueOn: '2027-03-17',
  reviewOn: '2027-03-24',
  today,
  managerSlackUserId: mika.slackUserId,
};
const cycle = {
  ...{ id: 'cycle', workspaceId: 'workspace', name: 'Q1 2027' },
  ...{ opensOn: '2027-03-03', dueOn: '2027-03-17', reviewOn: '2027-03-24' },
};
const state = {
  cycle,
  reader: { id: mika.id, slackUserId: mika.slackUserId, timeZone: 'UTC' },
  team: groupTeam([]),
  today,
};
type Samples = { [Kind in SingleMessage['kind']]: Extract<SingleMessage, { kind: Kind }> };

/** A sample of each kind of message. */
export const messageSamples: Samples = {
  invitation: { kind: 'invitation', ...asked },
  reminder: { kind: 'reminder', ...asked, started: true },
  nudge: { kind: 'nudge', ...asked, started: false, byAdmins: false },
  views_waiting: {
    kind: 'views_waiting',
    cycleName: cycle.name,
    reports: [{ personId: teo.id, slackUserId: teo.slackUserId, name: teo.name, started: false }],
  },
  cycle_closed: {
    kind: 'cycle_closed',
    ...{ cycleId: 'cycle', cycleName: cycle.name },
    own: { end: 'no_view', managerSlackUserId: mika.slackUserId },
    withoutView: [{ slackUserId: teo.slackUserId, name: teo.name }],
    outcome: { asked: 14, began: 12, sent: 10, gotView: 9, talked: 8 },
    countedOn: '2027-04-15',
    next: { opensOn: '2027-06-02', reviewOn: '2027-06-23' },
  },
  cycle_changed: {
    kind: 'cycle_changed',
    ...{ change: 'moved', cycleName: cycle.name, dueOn: '2027-03-31', reviewOn: '2027-04-07' },
    asked: 'begun',
  },
  newcomer: {
    kind: 'newcomer',
    ladderName: 'Garden',
    managerSlackUserId: mika.slackUserId,
    review: { name: cycle.name, dueOn: cycle.dueOn },
    isReminder: true,
  },
  admin_summary: {
    kind: 'admin_summary',
    ...{ cycleName: cycle.name, dueOn: cycle.dueOn, reviewOn: cycle.reviewOn, today },
    countedOn: '2027-03-17',
    progress: {
      ...{ participants: 14, started: 12, sent: 10, bothIn: 9, talked: 8 },
      problems: {
        ...{ no_role: 2, role_gone: 0, no_manager: 1, manager_gone: 0, circle: 0 },
        ...{ unreachable: 0, failed: 3 },
      },
    },
  },
  digest: { kind: 'digest', ...state, due: [{ report: teo, number: 2, firstDueOn: today }] },
  all_set: { kind: 'all_set', ...state },
  brief: {
    kind: 'brief',
    checkInId: 'check-in',
    reader: 'manager',
    otherSlackUserId: teo.slackUserId,
    cycleName: cycle.name,
    heldOn: undefined,
  },
  conversation: {
    kind: 'conversation',
    conversationId: 'conversation',
    checkInId: 'check-in',
    fromSlackUserId: mika.slackUserId,
    heldOn: today,
    agreed: 2,
    again: false,
  },
  conversation_comment: {
    kind: 'conversation_comment',
    fromSlackUserId: teo.slackUserId,
    checkInId: 'check-in',
    heldOn: today,
  },
  place_asked: {
    kind: 'place_asked',
    ...{ requestId: 'request', personSlackUserId: teo.slackUserId },
    roleTitle: 'Senior Business Operations Manager',
    managerSlackUserId: mika.slackUserId,
  },
  place_answered: {
    kind: 'place_answered',
    ...{ answer: 'no', managerSlackUserId: mika.slackUserId },
  },
  claim_asked: {
    kind: 'claim_asked',
    ...{ requestId: 'request', managerSlackUserId: mika.slackUserId },
    beforeSlackUserId: teo.slackUserId,
  },
  claim_declined: { kind: 'claim_declined', personSlackUserId: teo.slackUserId },
  manager_set: {
    kind: 'manager_set',
    managerSlackUserId: mika.slackUserId,
    beforeSlackUserId: teo.slackUserId,
  },
  role_set: {
    kind: 'role_set',
    roleKey: 'senior',
    title: { before: 'Business Operations Manager', now: 'Senior Business Operations Manager' },
  },
  reports_changed: {
    kind: 'reports_changed',
    joinedSlackUserIds: Array.from({ length: 50 }, (_, nth) => `U0REPORT${nth}`),
    leftSlackUserIds: [teo.slackUserId],
  },
  action_due: {
    kind: 'action_due',
    number: 2,
    dueOn: today,
    partnerSlackUserIds: [mika.slackUserId],
    today,
  },
  action_changed: {
    kind: 'action_changed',
    event: 'done',
    reportId: teo.id,
    reportSlackUserId: teo.slackUserId,
    dueOn: today,
    agreed: 3,
    reader: 'manager',
  },
  role_changed: {
    kind: 'role_changed',
    since: 'version',
    sinceNumber: 1,
    title: { before: 'Gardener', now: 'Head Gardener' },
    competencies: 2,
  },
};
