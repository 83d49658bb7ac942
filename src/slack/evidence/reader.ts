import type { Competency } from '../../domain/framework/framework.js';
import { checkInPages } from '../../domain/questionnaire/pages.js';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Keeper } from '../../services/evidence/index.js';
import { lostRoleTitle } from '../../services/person/index.js';
import { personOf } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';

/** The actor, and the competencies for their evidence. */
export interface Reader {
  keeper: Keeper;
  timeZone: string;
  today: Day;
  /** What their role asks, in the framework's order; empty without a role. */
  competencies: Competency[];
  /** What their role was called, where it is no longer on the ladder. */
  lostRole: string | undefined;
}

/** Returns the person behind a Slack user, with what their role asks today. */
export async function readerOf(slack: SlackContext, slackUserId: string): Promise<Reader> {
  const { services, workspace } = slack;
  const person = await personOf(slack, slackUserId);
  const lostRole = await lostRoleTitle(services, person);
  const { framework } = services.frameworks.current(workspace.id);
  const role = framework.roles.find(({ key }) => key === person.roleKey);
  return {
    keeper: { workspaceId: workspace.id, personId: person.id },
    timeZone: person.timeZone,
    today: localDay(services.clock.now(), person.timeZone),
    competencies: role ? checkInPages(framework, role).map(({ competency }) => competency) : [],
    lostRole,
  };
}
