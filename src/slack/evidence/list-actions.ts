import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { UserFacingError } from '../../services/errors/index.js';
import {
  deleteEvidence,
  findEvidence,
  type Keeper,
  reassignEvidence,
} from '../../services/evidence/index.js';
import { actor } from '../bolt/actor.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { escapeMrkdwn } from '../ui/blocks.js';
import type { Opener } from '../ui/open-window.js';
import { type Press, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { formView } from './form-view.js';
import { actionIds } from './ids.js';
import { firstPlace, type Place, placeOf, reassignedPiece } from './input.js';
import { readerOf } from './reader.js';
import { drawList, notices, showWindow } from './windows.js';

/** The command's word: shows what I kept. */
export const openFromCommand: CommandHandler = async (command) => {
  await command.ack();
  await openList(command.slack, command);
};

/** Everything in the list of what I kept, and the buttons that lead to it. */
export const registerList: Register = (app, slack) => {
  const { services } = slack;
  onAction(app, actionIds.open, (press) => openList(slack, press));
  onAction(app, actionIds.add, (press) => showWindow(slack, press, () => addForm(slack, press)));
  onAction(app, actionIds.edit, (press) => showWindow(slack, press, () => editForm(slack, press)));
  onAction(app, actionIds.delete, (press) =>
    change(slack, press, (keeper) =>
      deleteEvidence(services, keeper, pressed(slackValues.id, press)),
    ),
  );
  onAction(app, actionIds.move, (press) =>
    change(slack, press, (keeper) => reassignEvidence(services, keeper, reassignedPiece(press))),
  );
  onAction(app, actionIds.reach, (press) => {
    return redraw(slack, press, { page: 0, all: !placeOf(press.body.view).all });
  });
  onAction(app, new RegExp(`^${actionIds.page}:`), (press) => {
    const { all } = placeOf(press.body.view);
    return redraw(slack, press, { page: pressed(slackValues.page, press), all });
  });
};

function openList(slack: SlackContext, opener: Opener): Promise<void> {
  return showWindow(slack, opener, () => drawList(slack, opener.body.user.id, firstPlace));
}

/** The list that a form goes back to. */
function listOf({ body: { view } }: Press) {
  return view && { list: { ...placeOf(view), viewId: view.id } };
}

async function addForm(slack: SlackContext, press: Press): Promise<ModalView> {
  const { competencies, lostRole, today } = await readerOf(slack, press.body.user.id);
  const metadata = { id: randomUUID(), mode: 'keep' as const, ...listOf(press) };
  return formView({ metadata, competencies, lostRole, piece: { happenedOn: today } });
}

async function editForm(slack: SlackContext, press: Press): Promise<ModalView> {
  const { keeper, competencies, lostRole } = await readerOf(slack, press.body.user.id);
  const piece = await findEvidence(slack.services, keeper, { id: pressed(slackValues.id, press) });
  if (!piece) {
    return notices.failure('This piece was deleted in the meantime. Close this and go on.');
  }
  const { id, message, permalink } = piece;
  const metadata = {
    ...{ id, mode: 'change' as const, ...listOf(press) },
    ...(message && { message: { ...message, ...(permalink && { permalink }) } }),
  };
  return formView({ metadata, competencies, lostRole, piece });
}

/** Changes a piece and shows the current list; a refusal is shown above it. */
async function change(
  slack: SlackContext,
  press: Press,
  act: (keeper: Keeper) => Promise<void>,
): Promise<void> {
  const keeper = await actor(slack, press.body.user.id);
  const note = await act(keeper).then(
    () => undefined,
    (error) => {
      if (error instanceof UserFacingError) return escapeMrkdwn(error.message);
      throw error;
    },
  );
  await redraw(slack, press, placeOf(press.body.view), note);
}

async function redraw(
  slack: SlackContext,
  { body, client }: Press,
  place: Place,
  note?: string,
): Promise<void> {
  const view = await drawList(slack, body.user.id, place, note);
  if (body.view) await replaceView(client, body.view.id, view);
}
