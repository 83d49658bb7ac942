import type { ModalView } from '@slack/types';
import { listUnfinished, readCompletion } from '../../services/completion/index.js';
import { findOpenCycle } from '../../services/cycle/index.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { type Opener, openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { adminOf } from './admin.js';
import { registerExclusions } from './exclusions.js';
import { actionIds } from './ids.js';
import { registerImport } from './import.js';
import { registerLadder } from './ladder.js';
import { notices } from './notices.js';
import { registerNudge } from './nudge.js';
import { adminPage } from './page.js';
import { registerPeople } from './people/index.js';
import { registerProblems } from './problems.js';
import { registerReviews } from './reviews.js';
import { registerSettings } from './settings.js';
import { unfinishedPage } from './unfinished.js';
import { cycleOf } from './which-review.js';

/** The pages from which admins run the reviews. */
export const register: Register = (app, slack) => {
  onAction(app, actionIds.open, (press) => open(slack, press));

  onAction(app, actionIds.unfinished, (press) => {
    const cycleId = pressed(slackValues.id, press);
    return openWindow(press, {
      ...notices.opening(slack, 'the list', actionIds.open),
      replaces: [],
      draw: () => drawUnfinished(slack, press.body.user.id, cycleId),
    });
  });

  registerNudge(app, slack);
  registerReviews(app, slack);
  registerProblems(app, slack);
  registerExclusions(app, slack);
  registerImport(app, slack);
  registerLadder(app, slack);
  registerPeople(app, slack);
  registerSettings(app, slack);
};

/** `admin`: opens the page of an admin; tells everybody else whom it is for. */
const admin: CommandHandler = async (command) => {
  await command.ack();
  await open(command.slack, command);
};

export const commands: Record<string, CommandHandler> = { admin };

function open(slack: SlackContext, opener: Opener): Promise<void> {
  return openWindow(opener, {
    ...notices.opening(slack, 'that page', actionIds.open),
    draw: async () => {
      const { workspaceId } = await adminOf(slack, opener.body.user.id);
      return adminPage(await readCompletion(slack.services, workspaceId));
    },
  });
}

async function drawUnfinished(
  slack: SlackContext,
  slackUserId: string,
  cycleId: string,
): Promise<ModalView> {
  const cycle = await cycleOf(slack, await adminOf(slack, slackUserId), cycleId);
  const { services, workspace } = slack;
  const [people, open] = await Promise.all([
    listUnfinished(services, cycle),
    findOpenCycle(services, workspace.id),
  ]);
  return unfinishedPage(cycle, people, { isOpen: open?.id === cycle.id });
}
