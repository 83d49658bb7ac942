import type { Forged, ForgedView } from './looks.js';
import type { World } from './world.js';

/** Everything of Rosa's that has an id, as a forger would know it. */
export interface RosasIds {
  person: string;
  checkIns: string[];
  assessments: string[];
  conversations: string[];
  actions: string[];
  evidence: string[];
}

export async function readRosasIds({ db, workspaceId, people }: World): Promise<RosasIds> {
  const personId = people.Rosa;
  const select = { id: true } as const;
  const [checkIns, assessments, conversations, actions, evidence] = await Promise.all([
    db.checkIn.findMany({ where: { personId }, select }),
    db.assessment.findMany({ where: { subjectId: personId }, select }),
    db.conversation.findMany({ where: { personId }, select }),
    db.action.findMany({ where: { workspaceId }, select }),
    db.evidence.findMany({ where: { personId }, select }),
  ]);
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return {
    person: personId,
    checkIns: ids(checkIns),
    assessments: ids(assessments),
    conversations: ids(conversations),
    actions: ids(actions),
    evidence: ids(evidence),
  };
}

/** Every button that leads to something of Rosa's, with her ids in it. */
export function forgedButtons(ids: RosasIds): Forged[] {
  const of = (values: string[], ...actionIds: string[]): Forged[] =>
    values.flatMap((value) => actionIds.map((actionId) => ({ actionId, value })));
  const cursor = { section: 0, piece: 0 };
  const at = (key: string, id: string) => JSON.stringify({ [key]: id, at: cursor });
  return [
    ...of([ids.person], 'assessment.open', 'history.open', 'action.list'),
    ...of([at('personId', ids.person)], 'history.page:more'),
    ...of(ids.checkIns, 'brief.open', 'brief.open:0', 'conversation.record', 'conversation.add'),
    ...of(ids.checkIns, 'conversation.back', 'conversation.day', 'check_in.open'),
    ...of(
      ids.checkIns.map((id) => at('checkInId', id)),
      'brief.page:more',
    ),
    ...of(ids.conversations, 'conversation.comment', 'conversation.confirm'),
    ...of(ids.actions, 'action.done', 'action.move', 'action.drop', 'conversation.edit'),
    ...of(ids.evidence, 'evidence.edit', 'evidence.use', 'evidence.delete'),
    ...of([`digest:${ids.person}`], 'team.nudge'),
  ];
}

/** Windows that stand for something of Rosa's: pressing and sending them is what a forger would try. */
export function forgedViews(ids: RosasIds): ForgedView[] {
  const go = (actionId: string) => [{ actionId, value: '1' }];
  const [actionId = ''] = ids.actions;
  return [
    ...ids.checkIns.flatMap((checkInId): ForgedView[] => [
      {
        callbackId: 'check_in.page',
        metadata: { checkInId, page: 0 },
        buttons: [...go('check_in.go'), ...go('check_in.reopen')],
        inputs: [textInput('text:execution')],
      },
      {
        callbackId: 'check_in.last_page',
        metadata: { checkInId, page: 2 },
        inputs: [textInput('last_page:proud_of')],
      },
      { callbackId: 'conversation.record', metadata: { checkInId } },
      {
        callbackId: 'conversation.action',
        metadata: { checkInId, actionId },
        buttons: [{ actionId: 'conversation.edit', value: actionId }],
        inputs: [textInput('conversation.what'), textInput('conversation.measure')],
      },
    ]),
    ...ids.assessments.flatMap((assessmentId): ForgedView[] => [
      {
        callbackId: 'assessment.page',
        metadata: { assessmentId, page: 0 },
        buttons: go('assessment.go'),
        inputs: [textInput('text:execution')],
      },
      {
        callbackId: 'assessment.last_page',
        metadata: { assessmentId, page: 2 },
        inputs: [textInput('last_page:summary')],
      },
    ]),
    ...ids.conversations.map((metadata) => ({
      callbackId: 'conversation.comment',
      metadata,
      inputs: [textInput('conversation.comment_text')],
    })),
    ...ids.actions.map((id) => ({
      callbackId: 'action.drop',
      metadata: { actionId: id },
      inputs: [textInput('action.reason')],
    })),
    ...ids.evidence.map((id) => ({
      callbackId: 'evidence.form',
      metadata: { id, mode: 'change' },
      inputs: [textInput('evidence.note')],
    })),
  ];
}

function textInput(id: string) {
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: 'Words' },
    element: { type: 'plain_text_input', action_id: id, initial_value: 'Words of a forger' },
  };
}
