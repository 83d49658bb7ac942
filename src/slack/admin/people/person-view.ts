import type { ModalView } from '@slack/types';
import type { Framework } from '../../../domain/framework/framework.js';
import { indexOf } from '../../../domain/role/position.js';
import type { PersonCard } from '../../../services/person/index.js';
import { placeInputs } from '../../person/links.js';
import {
  actions,
  button,
  context,
  count,
  dateText,
  escapeMrkdwn,
  type KnownBlock,
  mention,
  plainText,
  section,
} from '../../ui/blocks.js';
import { modal } from '../../ui/modal.js';
import { displayName } from '../../ui/text.js';
import { actionIds, callbackIds, fields, personMetadata } from './ids.js';

const title = 'Role and manager';

export interface PersonForm {
  card: PersonCard;
  framework: Framework;
  /** The people page below the form. */
  viewId: string | undefined;
  /** What was changed, in mrkdwn. */
  note?: string | undefined;
}

/** Somebody's role and manager, with the form that sets them; without it for a person who isn't here. */
export function personView({ card, framework, viewId, note }: PersonForm): ModalView {
  const noted = note === undefined ? [] : [section(note)];
  if (!card.active) {
    const gone = section('They are no member of this workspace now, so there is nothing to set.');
    const erase = card.hasLeft ? [actions([eraseButton(card)])] : [];
    const blocks = [...noted, section(factsText(card, framework)), gone, ...erase];
    const metadata = personMetadata.write({
      ...{ personId: card.id, viewId, seen: {}, managerLeft: false },
    });
    return modal({ callbackId: callbackIds.person, title, metadata, blocks });
  }
  const { roleKey, inRoleSince, managerSlackUserId, managerLeft } = card;
  const seen = { roleKey, inRoleSince, managerSlackUserId };
  return modal({
    callbackId: callbackIds.person,
    title,
    submit: 'Save',
    close: 'Cancel',
    metadata: personMetadata.write({ personId: card.id, viewId, seen, managerLeft }),
    blocks: [
      ...noted,
      section(factsText(card, framework)),
      actions([adminButton(card)], 'admin.person_admin'),
      ...inputs(card, framework),
      context('What you change is recorded.'),
    ],
  });
}

function factsText(card: PersonCard, framework: Framework): string {
  const { roleKey, lostRole, inRoleSince, isAdmin, reports } = card;
  const roleTitle = roleKey === undefined ? undefined : indexOf(framework).role(roleKey)?.title;
  const role =
    roleTitle ?? (lostRole && `${lostRole}, which is no longer on the ladder`) ?? 'none yet';
  const since = inRoleSince ? `, since ${dateText(inRoleSince)}` : '';
  return [
    `*${displayName(card)}* ${mention(card.slackUserId)}`,
    `Role: ${escapeMrkdwn(role)}${since}`,
    `Manager: ${managerText(card)}`,
    ...(reports > 0 ? [`${count(reports, 'person reports', 'people report')} to them`] : []),
    isAdmin ? 'Admin' : 'No admin',
  ].join('\n');
}

function managerText({ managerSlackUserId, managerLeft }: PersonCard): string {
  if (managerSlackUserId === undefined) return 'none';
  return `${mention(managerSlackUserId)}${managerLeft ? ', who has left' : ''}`;
}

function eraseButton({ name, slackUserId }: PersonCard) {
  const text = 'Erase them …';
  const label = `Erase: ${name || slackUserId}`;
  return button({ text, actionId: actionIds.erase, value: slackUserId, style: 'danger', label });
}

function adminButton({ id, name, slackUserId, isAdmin }: PersonCard) {
  const text = isAdmin ? 'Admin no longer' : 'Make them an admin';
  const actionId = isAdmin ? actionIds.removeAdmin : actionIds.addAdmin;
  const pressed = button({ text, actionId, value: id, label: `${text}: ${name || slackUserId}` });
  const effect = isAdmin
    ? 'They no longer run the reviews, nor set roles and managers of others.'
    : 'They run the reviews, and set roles and managers of others. They see nothing that anybody wrote.';
  const confirm = {
    title: plainText(`${text}?`),
    text: plainText(effect),
    confirm: plainText('Yes'),
    deny: plainText('Leave it'),
  };
  return { ...pressed, confirm };
}

function inputs(card: PersonCard, framework: Framework): KnownBlock[] {
  const { roleKey, inRoleSince, managerSlackUserId, managerLeft, lostRole } = card;
  // Slack offers nobody who has left.
  const shown = managerLeft ? undefined : managerSlackUserId;
  return placeInputs({
    ...{ fields, framework, lostRole, needsRole: false },
    place: { roleKey, inRoleSince, managerSlackUserId: shown },
    labels: { role: 'Role', manager: 'Manager' },
  });
}
