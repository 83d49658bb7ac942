import { isWaitingForView } from '../../domain/team/team.js';
import { defineMessage } from '../delivery/index.js';
import type { ContentResult, MessageAt, Over, PostedAt } from '../message.js';
import { planKinds, type WhichMorning } from './kinds.js';
import { expiryInPlan, lookUpPlanFacts, type PlanFacts } from './plan-facts.js';
import { stillAsked } from './still-asked.js';

/** Check-ins wait for the recipient's view, at least one of which they haven't been notified of. */
export interface ViewsWaitingMessage {
  kind: 'views_waiting';
  cycleName: string;
  /** All reports whose check-ins wait, by name. */
  reports: { personId: string; slackUserId: string; name: string; started: boolean }[];
  /** 'done': none waits any more. */
  over?: Over | undefined;
}

/** To a manager, on a working morning without a digest: that something new waits for their view. */
export const viewsWaiting = defineMessage({
  kind: planKinds.views_waiting.kind,
  supersededBy: () => ['digest'],
  lookUp: lookUpPlanFacts,
  expires: expiryInPlan,
  content,
  again,
});

function content(message: MessageAt<PlanFacts, WhichMorning>): ContentResult<ViewsWaitingMessage> {
  const asked = stillAsked(message);
  if ('drop' in asked) return asked;
  const send = waitingNow(message);
  return send.reports.length === 0 ? { drop: 'nothing_to_do' } : { send };
}

/** Which check-ins wait now that it is posted. */
function again(message: PostedAt<PlanFacts>): ViewsWaitingMessage {
  const waiting = waitingNow(message);
  if (message.facts.isClosed) return { ...waiting, over: 'closed' };
  return { ...waiting, over: waiting.reports.length === 0 ? 'done' : undefined };
}

function waitingNow({ facts }: MessageAt<PlanFacts>): ViewsWaitingMessage {
  const { planned, team } = facts;
  const waiting = team?.team.groups.ready.filter(isWaitingForView) ?? [];
  return {
    kind: 'views_waiting',
    cycleName: planned.cycle.name,
    reports: waiting.map(({ personId, slackUserId, name, view }) => ({
      ...{ personId, slackUserId, name, started: view === 'draft' },
    })),
  };
}
