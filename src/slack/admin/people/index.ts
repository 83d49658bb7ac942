import type { ModalView } from '@slack/types';
import { UserFacingError } from '../../../services/errors/index.js';
import {
  findKnownPerson,
  findOrAddPerson,
  NotAMemberError,
  readPersonCard,
} from '../../../services/person/index.js';
import { listProblems } from '../../../services/problem/index.js';
import { setAdmin } from '../../../services/settings/index.js';
import type { Register, SlackContext } from '../../bolt/context.js';
import { onAction } from '../../bolt/listen.js';
import { mention } from '../../ui/blocks.js';
import { updated } from '../../ui/form.js';
import { openWindow } from '../../ui/open-window.js';
import { type Press, pressed } from '../../ui/press.js';
import { readSlackValue, slackValues } from '../../ui/slack-values.js';
import { adminOf } from '../admin.js';
import { notices } from '../notices.js';
import { registerErasure } from './erase.js';
import { actionIds, callbackIds, personMetadata, pickedUser } from './ids.js';
import { peoplePage } from './page.js';
import { pageBelow } from './page-below.js';
import { personView } from './person-view.js';
import { redrawPage, savePerson } from './save.js';

/** The people, and the form of each: role, manager, since when, admin or not; erasing who has left. */
export const registerPeople: Register = (app, slack) => {
  registerErasure(app, slack);
  onAction(app, actionIds.people, (press) =>
    openWindow(press, {
      ...notices.opening(slack, 'the people', actionIds.people),
      replaces: [notices.callbackId, callbackIds.people, callbackIds.leavers],
      draw: () => drawPage(slack, press.body.user.id),
    }),
  );

  const openPerson = (press: Press, slackUserId: string) =>
    openWindow(press, {
      ...notices.opening(slack, 'that person', actionIds.people),
      replaces: [callbackIds.person],
      draw: () => drawFound(slack, press, slackUserId),
    });
  onAction(app, actionIds.person, (press) => openPerson(press, pressed(slackValues.userId, press)));
  onAction(app, actionIds.find, (press) =>
    openPerson(press, readSlackValue(pickedUser, press.action).selected_user),
  );

  for (const [actionId, isAdmin] of [
    [actionIds.addAdmin, true],
    [actionIds.removeAdmin, false],
  ] as const) {
    onAction(app, actionId, async (press) => {
      const personId = pressed(slackValues.id, press);
      await openWindow(press, {
        ...notices.opening(slack, 'that person', actionIds.people),
        replaces: [callbackIds.person],
        failed: "I couldn't change that",
        draw: () => changeAdmin(slack, press, { personId, isAdmin }),
      });
    });
  }

  app.view(callbackIds.person, async ({ ack, body, view, client }) => {
    const { id: user } = body.user;
    const outcome = await savePerson(slack, user, view);
    if ('response_action' in outcome) return ack(outcome);
    const { viewId } = personMetadata.read(view);
    if (viewId === undefined) return ack(updated(notices.notice(outcome.note)));
    await ack();
    await redrawPage(slack, client, {
      user,
      viewId,
      draw: () => drawPage(slack, user, outcome.note),
    });
  });
};

async function drawPage(
  slack: SlackContext,
  slackUserId: string,
  note?: string,
): Promise<ModalView> {
  const admin = await adminOf(slack, slackUserId);
  return peoplePage(await listProblems(slack.services, admin), note);
}

/** Anybody of the workspace can be found, also where Ladder doesn't know them yet. */
async function drawFound(
  slack: SlackContext,
  press: Press,
  slackUserId: string,
): Promise<ModalView> {
  const { workspaceId } = await adminOf(slack, press.body.user.id);
  const who = { workspaceId, slackUserId };
  const { id } = await findOrAddPerson(slack.services, who).catch(async (error) => {
    if (!(error instanceof NotAMemberError)) throw error;
    const known = error.standing === 'left' && (await findKnownPerson(slack.services, who));
    if (known) return known;
    throw new UserFacingError(outsiders[error.standing]);
  });
  return drawPerson(slack, press, { workspaceId, personId: id });
}

const outsiders: Record<NotAMemberError['standing'], string> = {
  app: 'That is an app, so it has no role and no manager. Pick a person.',
  guest: 'That person is a guest here. Roles and managers are for full members of this workspace.',
  left: 'That person has left. Pick somebody who is still here.',
  erased:
    'That person was erased here. Whoever runs Ladder for your organisation can let them in again.',
  visitor: 'That is nobody of this workspace. Pick somebody who is a member here.',
};

async function drawPerson(
  slack: SlackContext,
  { body: { view } }: Press,
  { workspaceId, personId, note }: { workspaceId: string; personId: string; note?: string },
): Promise<ModalView> {
  const card = await readPersonCard(slack.services, { workspaceId, personId });
  if (!card) throw new UserFacingError('Ladder has nobody like that any more.');
  const { framework } = slack.services.frameworks.current(workspaceId);
  return personView({ card, framework, viewId: pageBelow(view), note });
}

async function changeAdmin(
  slack: SlackContext,
  press: Press,
  { personId, isAdmin }: { personId: string; isAdmin: boolean },
): Promise<ModalView> {
  const { workspaceId, by } = await adminOf(slack, press.body.user.id);
  const { to } = await setAdmin(slack.services, { workspaceId, by, personId, isAdmin });
  const note = `The admins are now ${to.split(',').map(mention).join(', ')}.`;
  // Somebody who has taken it away from themselves sees nothing more.
  if (by.personId === personId && !isAdmin) return notices.notice(note);
  return drawPerson(slack, press, { workspaceId, personId, note });
}
