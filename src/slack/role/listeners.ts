import type { AllMiddlewareArgs, App, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { type Overview, readOverview } from '../../services/person/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { pageModal } from '../ui/page.js';
import { decodePlace, type Place, placeOfBlock } from '../ui/place.js';
import { type Pressed, showBlocks, showMessage, showModal, surfaceOf } from '../ui/show.js';
import { answerAt, messageAt, roleIn } from './answers.js';
import { againstMine, helpReader } from './command.js';
import { chosenValue, pressedValue } from './input.js';
import { chooseRoleMessage, comparedRole } from './pages/choose-role.js';
import { helpMessage } from './pages/help.js';
import { overviewMessage, roleOf } from './pages/overview.js';
import { sharedMessage } from './pages/shared.js';
import { ALL_COMPETENCIES } from './pickers.js';

type ActionArguments = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** What a listener answers with: a place of the ladder, or whatever it does by itself. */
type Answer = (args: ActionArguments) => Promise<Place | undefined> | Place | undefined;

/** Buttons and pickers of the look-ups, wherever they are. */
export const registerLookUps: Register = (app, slack) => {
  const current = () => slack.services.frameworks.current(slack.workspace.id);
  const onAction = (id: string | RegExp, answer: Answer) => listen(app, current, id, answer);

  onAction(/^role\.show:/, ({ action }) => decodePlace(pressedValue(action)));
  onAction('role.open', async (args) => {
    const page = answerAt(current(), decodePlace(pressedValue(args.action)), 'modal');
    await showModal(args, pageModal(page));
    return undefined;
  });
  onAction(/^role\.pick(_load)?$/, ({ action }) => {
    const before = placeOfBlock(action.block_id);
    const competency = before && 'competency' in before ? before.competency : undefined;
    return { page: 'role', role: chosenValue(action), competency };
  });
  onAction(/^role\.pick_competency(_load)?$/, ({ action }) => {
    const before = placeOfBlock(action.block_id);
    const competency = chosenValue(action);
    if (before?.page !== 'role') return { page: 'competency', competency };
    const { role } = before;
    return { page: 'role', role, ...(competency !== ALL_COMPETENCIES && { competency }) };
  });
  onAction(/^role\.compare_with(_load)?$/, ({ action }) => {
    return { page: 'compare', from: comparedRole(action.block_id), to: chosenValue(action) };
  });
  onAction('role.share', async ({ action, body, respond }) => {
    const place = decodePlace(pressedValue(action));
    const message = sharedMessage(answerAt(current(), place, 'message'), body.user.id);
    await respond({ ...message, response_type: 'in_channel', replace_original: false });
    return undefined;
  });
};

/** Buttons whose answer depends on who presses them. */
export const registerPersonal: Register = (app, slack) => {
  const current = () => slack.services.frameworks.current(slack.workspace.id);
  const onAction = (id: string | RegExp, answer: Answer) => listen(app, current, id, answer);

  onAction('role.against_mine', async (args) => {
    const other = roleIn(current(), pressedValue(args.action));
    return withMyRole(slack, args, (mine) => againstMine(mine, other));
  });
  onAction('role.mine_in', async (args) => {
    const competency = pressedValue(args.action);
    return withMyRole(slack, args, ({ key }) => ({ page: 'role', role: key, competency }));
  });
  onAction('role.overview', async (args) => {
    await showBlocks(args, overviewMessage(current(), await overviewOf(slack, args)));
    return undefined;
  });
  onAction('role.help', async (args) => {
    const reader = await helpReader(slack, args.body.user.id);
    await showBlocks(args, helpMessage({ command: slack.command, reader }));
    return undefined;
  });
};

function listen(
  app: App,
  current: () => FrameworkVersion,
  id: string | RegExp,
  answer: Answer,
): void {
  app.action<BlockAction>({ type: 'block_actions', action_id: id }, async (args) => {
    await args.ack();
    const place = await answer(args);
    if (!place) return;
    if (surfaceOf(args) === 'message') await showMessage(args, messageAt(current(), place));
    else await showModal(args, pageModal(answerAt(current(), place, 'modal')));
  });
}

function overviewOf(slack: SlackContext, { body }: Pressed): Promise<Overview> {
  const workspaceId = slack.workspace.id;
  return readOverview(slack.services, { workspaceId, slackUserId: body.user.id });
}

/** The place that depends on the reader's role; without one, asks for it instead. */
async function withMyRole(
  slack: SlackContext,
  args: ActionArguments,
  placeFor: (mine: Role) => Place,
): Promise<Place | undefined> {
  const version = slack.services.frameworks.current(slack.workspace.id);
  const overview = await overviewOf(slack, args);
  const mine = roleOf(version, overview);
  if (mine) return placeFor(mine);
  await showBlocks(args, chooseRoleMessage(version, overview, surfaceOf(args)));
  return undefined;
}
