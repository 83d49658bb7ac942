import type { WebClient } from '@slack/web-api';
import type { Competency, Framework } from '../../domain/framework/framework.js';
import { localDay } from '../../domain/time/working-hours.js';
import { describeError } from '../../services/errors/index.js';
import type { Keeper } from '../../services/evidence/index.js';
import { findOrAddPerson, lostRoleTitle, rememberProfiles } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { slackDirectory } from '../bolt/members/directory.js';

import { competenciesOf } from './words.js';

/** Who acts, and what they can sort their evidence by. */
export interface Reader {
  keeper: Keeper;
  timeZone: string;
  today: string;
  framework: Framework;
  /** What their role asks; empty without a role. */
  competencies: Competency[];
  /** What their role was called, where it is no longer on the ladder. */
  lostRole: string | undefined;
}

/** The person behind a Slack user, with what their role asks today. */
export async function readerOf(
  slack: SlackContext,
  client: WebClient,
  slackUserId: string,
): Promise<Reader> {
  const { services, workspace } = slack;
  const who = { workspaceId: workspace.id, slackUserId };
  let person = await findOrAddPerson(services, who);
  if (person.name === '') {
    await meet(slack, client, slackUserId);
    person = await findOrAddPerson(services, who);
  }
  const { framework } = services.frameworks.current(workspace.id);
  const role = framework.roles.find(({ key }) => key === person.roleKey);
  return {
    keeper: { workspaceId: workspace.id, personId: person.id },
    timeZone: person.timeZone,
    today: localDay(services.clock.now(), person.timeZone),
    framework,
    competencies: competenciesOf(framework, role),
    lostRole: await lostRoleTitle(services, person),
  };
}

/** Somebody's first request: their zone decides which day it is for them. */
async function meet({ services, workspace }: SlackContext, client: WebClient, slackUserId: string) {
  try {
    const profile = await slackDirectory(client, workspace.slackTeamId).find(slackUserId);
    if (profile) await rememberProfiles(services, workspace.id, [profile]);
  } catch (error) {
    // UTC has to do until their profile is read the next time.
    services.log.warn(
      { user: slackUserId, ...describeError(error) },
      'a profile could not be read',
    );
  }
}
