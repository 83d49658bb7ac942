import type { App } from '@slack/bolt';
import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { type Overview, readOverview } from '../../services/person/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { chosen, type Press, pressed, showMessage, surfaceOf } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { answerAt, messageAt, roleIn } from './answers.js';
import { againstMine, helpGroups } from './command.js';
import { chooseRoleMessage, comparedRole } from './pages/choose-role.js';
import { helpMessage } from './pages/help.js';
import { ALL_COMPETENCIES, MY_ROLE } from './pickers.js';
import { decodePlace, type Place, placeOfBlock } from './place.js';
import { showBlocks, showRoleWindow } from './show-blocks.js';
import { roleOf } from './words.js';

/** A listener's answer: a place of the ladder, or nothing if it has answered by itself. */
type Answer = (args: Press) => Promise<Place | undefined> | Place | undefined;

/** Buttons and pickers of the look-ups, wherever they are. */
export const registerLookUps: Register = (app, slack) => {
  const current = () => slack.services.frameworks.current(slack.workspace.id);
  const on = (id: string | RegExp, answer: Answer) => listen(app, current, id, answer);

  on(/^role\.show:/, (args) => decodePlace(pressed(slackValues.value, args)));
  on('role.open', async (args) => {
    const page = answerAt(current(), decodePlace(pressed(slackValues.value, args)), 'modal');
    await showRoleWindow(args, page);
    return undefined;
  });
  on(/^role\.pick(_load)?$/, (args) => {
    const before = placeOfBlock(args.action.block_id);
    const competency = before && 'competency' in before ? before.competency : undefined;
    return { page: 'role', role: chosen(slackValues.value, args), competency };
  });
  on(/^role\.pick_competency(_load)?$/, (args) => {
    const before = placeOfBlock(args.action.block_id);
    const competency = chosen(slackValues.value, args);
    if (!before || before.page === 'about' || before.page === 'competency') {
      return { page: 'competency', competency };
    }
    return { ...before, competency: competency === ALL_COMPETENCIES ? undefined : competency };
  });
  on(/^role\.compare_with(_load)?$/, (args) => {
    const from = comparedRole(args.action.block_id);
    const to = chosen(slackValues.value, args);
    if (to !== MY_ROLE) return { page: 'compare', from, to };
    return withMyRole(slack, args, (mine) => againstMine(mine, roleIn(current(), from)));
  });
};

/** Buttons whose answer depends on who presses them. */
export const registerPersonal: Register = (app, slack) => {
  const current = () => slack.services.frameworks.current(slack.workspace.id);
  const on = (id: string | RegExp, answer: Answer) => listen(app, current, id, answer);

  on('role.against_mine', async (args) => {
    const other = roleIn(current(), pressed(slackValues.value, args));
    return withMyRole(slack, args, (mine) => againstMine(mine, other));
  });
  on('role.my_next', (args) => withMyRole(slack, args, ({ key }) => ({ page: 'next', role: key })));
  on('role.mine_in', async (args) => {
    const competency = pressed(slackValues.value, args);
    return withMyRole(slack, args, ({ key }) => ({ page: 'role', role: key, competency }));
  });
  on('role.help', async (args) => {
    const groups = await helpGroups(slack, args.body.user.id);
    await showBlocks(args, helpMessage({ command: slack.command, groups }));
    return undefined;
  });
};

function listen(
  app: App,
  current: () => FrameworkVersion,
  id: string | RegExp,
  answer: Answer,
): void {
  onAction(app, id, async (args) => {
    const place = await answer(args);
    if (!place) return;
    if (surfaceOf(args) === 'message') await showMessage(args, messageAt(current(), place));
    else await showRoleWindow(args, answerAt(current(), place, 'modal'));
  });
}

function overviewOf(slack: SlackContext, { body }: Press): Promise<Overview> {
  const workspaceId = slack.workspace.id;
  return readOverview(slack.services, { workspaceId, slackUserId: body.user.id });
}

/** The place that depends on the reader's role; without one, asks for it instead. */
async function withMyRole(
  slack: SlackContext,
  args: Press,
  placeFor: (mine: Role) => Place,
): Promise<Place | undefined> {
  const overview = await overviewOf(slack, args);
  const version = slack.services.frameworks.current(slack.workspace.id);
  const mine = roleOf(version, overview);
  if (mine) return placeFor(mine);
  await showBlocks(args, chooseRoleMessage(version, overview, surfaceOf(args)));
  return undefined;
}
