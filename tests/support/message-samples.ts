import { groupTeam } from '../../src/domain/team/team.js';
import type { ActionItem } from '../../src/services/action-item/index.js';
import type { SingleMessage } from '../../src/services/messages/index.js';
import { builtInFramework } from './built-in-framework.js';

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
const action: ActionItem = {
  id: 'action',
  conversationId: 'conversation',
  report: teo,
  manager: mika,
  side: 'report',
  owner: teo,
  competencyKey: undefined,
  what: 'Write the guide',
  measure: 'It is read',
  dueOn: today,
  due: 'today',
  today,
  state: 'open',
  reason: '',
  timesRescheduled: 0,
  createdAt: new Date('2027-01-01T10:00:00Z'),
  closedAt: undefined,
};
const state = {
  cycle,
  reader: { id: mika.id, slackUserId: mika.slackUserId, timeZone: 'UTC' },
  team: groupTeam([]),
  due: [action],
  today,
};
const framework = builtInFramework();
const [role] = framework.roles;
if (!role) throw new Error('the built-in framework has no role');

type Samples = { [Kind in SingleMessage['kind']]: Extract<SingleMessage, { kind: Kind }> };

/** A sample of each kind of message. */
export const messageSamples: Samples = {
  invitation: { kind: 'invitation', ...asked },
  reminder: { kind: 'reminder', ...asked, started: true },
  nudge: { kind: 'nudge', ...asked, started: false },
  digest: { kind: 'digest', ...state },
  all_set: { kind: 'all_set', ...state },
  brief: {
    kind: 'brief',
    brief: {
      checkInId: 'check-in',
      cycle: { id: cycle.id, name: cycle.name, reviewOn: cycle.reviewOn },
      report: teo,
      manager: mika,
      reader: 'report',
      version: { id: 'version', number: 1, hash: '', framework },
      role,
      rows: [],
      strength: undefined,
      topics: [],
      proudOf: 'The garden',
      next: 'The shop',
      needs: 'Time',
      summary: 'Good work',
      nextRungs: [],
      nextReviewOn: undefined,
      lastTime: [],
      agreed: [action],
      heldOn: undefined,
    },
  },
  brief_ready: {
    kind: 'brief_ready',
    checkInId: 'check-in',
    reportSlackUserId: teo.slackUserId,
    cycleName: cycle.name,
  },
  conversation: {
    kind: 'conversation',
    conversationId: 'conversation',
    managerSlackUserId: mika.slackUserId,
    reportSlackUserId: teo.slackUserId,
    heldOn: today,
    actionItems: [action],
    again: false,
  },
  conversation_comment: {
    kind: 'conversation_comment',
    reportSlackUserId: teo.slackUserId,
    checkInId: 'check-in',
    heldOn: today,
    comment: 'One more thing',
  },
  action_due: { kind: 'action_due', actionItems: [action], today },
  action_changed: { kind: 'action_changed', actionItem: action, event: 'done', reader: 'manager' },
};
