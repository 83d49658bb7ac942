import { isWaitingForView } from '../../domain/team/team.js';
import { defineMessage } from '../delivery/index.js';
import type { ContentResult, MessageAt } from '../message.js';
import { planKinds, type WhichMorning } from './kinds.js';
import { expiryInPlan, lookUpPlanFacts, type PlanFacts } from './plan-facts.js';
import { stillAsked } from './still-asked.js';

/** Check-ins wait for the recipient's view, at least one of which they haven't been notified of. */
export interface ViewsWaitingMessage {
  kind: 'views_waiting';
  cycleName: string;
  /** All reports whose check-ins wait, by name. */
  reports: { personId: string; slackUserId: string; name: string; started: boolean }[];
}

/** To a manager, on a working morning without a digest: that something new waits for their view. */
export const viewsWaiting = defineMessage({
  kind: planKinds.views_waiting.kind,
  supersededBy: () => ['digest'],
  lookUp: lookUpPlanFacts,
  expires: expiryInPlan,
  content,
});

function content(message: MessageAt<PlanFacts, WhichMorning>): ContentResult<ViewsWaitingMessage> {
  const asked = stillAsked(message);
  if ('drop' in asked) return asked;
  const { planned, team } = message.facts;
  const waiting = team?.team.groups.ready.filter(isWaitingForView) ?? [];
  if (waiting.length === 0) return { drop: 'nothing_to_do' };
  return {
    send: {
      kind: 'views_waiting',
      cycleName: planned.cycle.name,
      reports: waiting.map(({ personId, slackUserId, name, view }) => ({
        ...{ personId, slackUserId, name, started: view === 'draft' },
      })),
    },
  };
}
