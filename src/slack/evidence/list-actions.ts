import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { UserFacingError } from '../../services/errors/index.js';
import {
  deleteEvidence,
  findEvidence,
  type Keeper,
  reassignEvidence,
} from '../../services/evidence/index.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { escapeMrkdwn } from '../ui/blocks.js';
import { replaceView } from '../ui/windows.js';
import { formView } from './form-view.js';
import { actionIds } from './ids.js';
import {
  firstPlace,
  type Place,
  pressedPage,
  pressedPiece,
  readPlace,
  reassignedPiece,
} from './input.js';
import { drawList } from './list.js';
import { notices } from './notice-views.js';
import { readerOf } from './reader.js';
import { showWindow } from './window.js';

type ActionArguments = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** The command's word: shows what I kept. */
export const openFromCommand: CommandHandler = async (command) => {
  const { slack, client, userId, ack } = command;
  await ack();
  await showWindow(slack, command, () => drawList(slack, client, userId, { place: firstPlace }));
};

/** Everything in the list of what I kept, and the buttons that lead to it. */
export const registerList: Register = (app, slack) => {
  const on = (id: string | RegExp, answer: (args: ActionArguments) => Promise<void>) =>
    app.action<BlockAction>({ type: 'block_actions', action_id: id }, async (args) => {
      await args.ack();
      await answer(args);
    });
  on(actionIds.open, (args) =>
    showWindow(slack, args, () =>
      drawList(slack, args.client, args.body.user.id, { place: firstPlace }),
    ),
  );
  on(actionIds.add, (args) => showWindow(slack, args, () => addForm(slack, args)));
  on(actionIds.edit, (args) => showWindow(slack, args, () => editForm(slack, args)));
  on(actionIds.delete, (args) =>
    change(slack, args, (keeper) =>
      deleteEvidence(slack.services, keeper, pressedPiece(args.action)),
    ),
  );
  on(actionIds.move, (args) =>
    change(slack, args, (keeper) =>
      reassignEvidence(slack.services, keeper, reassignedPiece(args.action)),
    ),
  );
  on(actionIds.reach, (args) => {
    const { all } = readPlace(args.body.view);
    return redraw(slack, args, { page: 0, all: !all });
  });
  on(new RegExp(`^${actionIds.page}:`), (args) => {
    const { all } = readPlace(args.body.view);
    return redraw(slack, args, { page: pressedPage(args.action), all });
  });
};

/** Which list a form goes back to. */
function listOf({ view }: BlockAction) {
  return view && { list: { ...readPlace(view), viewId: view.id } };
}

async function addForm(slack: SlackContext, { body, client }: ActionArguments): Promise<ModalView> {
  const { competencies, lostRole, today } = await readerOf(slack, client, body.user.id);
  const metadata = { id: randomUUID(), mode: 'keep' as const, ...listOf(body) };
  return formView({ metadata, competencies, lostRole, piece: { happenedOn: today } });
}

async function editForm(slack: SlackContext, args: ActionArguments): Promise<ModalView> {
  const { body, client, action } = args;
  const { keeper, competencies, lostRole } = await readerOf(slack, client, body.user.id);
  const piece = await findEvidence(slack.services, keeper, { id: pressedPiece(action) });
  if (!piece) {
    return notices.failure('This piece was deleted in the meantime. Close this and go on.');
  }
  const { id, message, permalink } = piece;
  const metadata = {
    ...{ id, mode: 'change' as const, ...listOf(body) },
    ...(message && { message: { ...message, ...(permalink && { permalink }) } }),
  };
  return formView({ metadata, competencies, lostRole, piece });
}

/** Does something to a piece and shows the list as it is then; a refusal is told above it. */
async function change(
  slack: SlackContext,
  args: ActionArguments,
  act: (keeper: Keeper) => Promise<void>,
): Promise<void> {
  const { keeper } = await readerOf(slack, args.client, args.body.user.id);
  const note = await act(keeper).then(
    () => undefined,
    (error) => {
      if (error instanceof UserFacingError) return escapeMrkdwn(error.message);
      throw error;
    },
  );
  await redraw(slack, args, readPlace(args.body.view), note);
}

async function redraw(
  slack: SlackContext,
  { body, client }: ActionArguments,
  place: Place,
  note?: string,
): Promise<void> {
  const view = await drawList(slack, client, body.user.id, { place, note });
  if (body.view) await replaceView(client, body.view.id, view);
}
