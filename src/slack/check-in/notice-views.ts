import type { Button, ModalView } from '@slack/types';
import { nextSteps } from '../../domain/questionnaire/pages.js';
import type { CheckIn } from '../../services/check-in/index.js';
import type { Cycle } from '../../services/cycle/index.js';
import { actionIds as briefActionIds } from '../brief/ids.js';
import { actionIds as meActionIds } from '../person/ids.js';
import { summaryBlocks } from '../questionnaire/summary-blocks.js';
import { lostRoleText } from '../role/lost-role.js';
import {
  actions,
  button,
  context,
  dayText,
  divider,
  escapeMrkdwn,
  header,
  type KnownBlock,
  mention,
  plainText,
  section,
} from '../ui/blocks.js';
import { paragraph } from '../ui/expectation-blocks.js';
import { modal } from '../ui/modal.js';
import { encodePlace } from '../ui/place.js';
import { setManagerBlocks } from './about-you.js';
import { actionIds, callbackIds } from './ids.js';
import { writeMetadata } from './input.js';

/** Opened at once, from memory, while the check-in is being read. */
export function loadingView(): ModalView {
  return notice([section('One moment, I am getting your check-in.')]);
}

/** Something went wrong before a page could be drawn: what, and a way to try again. */
export function troubleView(sentence: string): ModalView {
  const again = button({ text: 'Try again', actionId: actionIds.open, style: 'primary' });
  return notice([{ type: 'section', text: plainText(sentence) }, actions([again])]);
}

/** Between two cycles: when the next one opens, and what there is to read until then. */
export function noCycleView(
  next: Cycle | undefined,
  { roleKey, lostRole }: { roleKey: string | undefined; lostRole: string | undefined },
): ModalView {
  const when = next
    ? `The next one, ${escapeMrkdwn(next.name)}, opens on ${dayText(next.opensOn)}. Conversations start on ${dayText(next.reviewOn)}.`
    : 'The next one has no dates yet.';
  return notice([
    section(`*No check-in is open right now.* ${when} You get a message when it opens.`),
    ...(lostRole === undefined ? [] : [section(lostRoleText(lostRole))]),
    actions([roleKey === undefined || lostRole !== undefined ? chooseRole() : showRole(roleKey)]),
  ]);
}

function showRole(role: string): Button {
  const value = encodePlace({ page: 'role', role });
  return button({ text: 'What my role asks', actionId: 'role.show:mine', value });
}

function chooseRole(): Button {
  return button({ text: 'Set my role', actionId: meActionIds.open });
}

/** A check-in that has been sent: who sees it and when, what is in it, and the way back or on. */
export function sentView(checkIn: CheckIn, { already = false } = {}): ModalView {
  const { id, pages, cycle, managerUserId, state } = checkIn;
  const fact = already ? 'is already sent' : 'is sent';
  const ahead =
    state === 'revealed'
      ? revealedBlocks(checkIn)
      : [
          section(`*Your check-in for ${escapeMrkdwn(cycle.name)} ${fact}.* ${nextWords(checkIn)}`),
          ...(managerUserId ? [] : setManagerBlocks()),
          actions([button({ text: 'Reopen and change', actionId: actionIds.reopen })]),
          context('While it is reopened it counts as not sent, until you press Send again.'),
        ];
  return notice(
    [
      ...ahead,
      divider(),
      header('What you sent'),
      ...summaryBlocks(checkIn, [...pages.keys()]),
      ...lastPageBlocks(checkIn),
    ],
    writeMetadata({ checkInId: id, page: pages.length }),
  );
}

/** Both sides are in: neither changes any more, and both are in the brief. */
function revealedBlocks({ id, cycle }: CheckIn): KnownBlock[] {
  const name = escapeMrkdwn(cycle.name);
  return [
    section(
      `*Your check-in for ${name} and your manager's view are both in.* Your brief sets them side by side. Conversations start on ${dayText(cycle.reviewOn)}.`,
    ),
    actions([
      button({
        text: 'Open the brief',
        actionId: briefActionIds.open,
        value: id,
        style: 'primary',
      }),
    ]),
  ];
}

/** A check-in that has begun again for another role, and the way into it. */
export function restartedView({ cycle, role }: CheckIn): ModalView {
  return notice([
    section(
      `*Your check-in for ${escapeMrkdwn(cycle.name)} begins again*, now for your role as ${escapeMrkdwn(role.title)}.`,
    ),
    actions([button({ text: 'Go to page 1', actionId: actionIds.open, style: 'primary' })]),
  ]);
}

function nextWords({ managerUserId, cycle }: CheckIn): string {
  if (managerUserId === undefined) {
    return 'You have no manager set yet, so for now nobody but you sees it.';
  }
  return `${mention(managerUserId)} sees it only after giving their own view. Conversations start on ${dayText(cycle.reviewOn)}.`;
}

function lastPageBlocks({ framework, role, lastPage }: CheckIn): KnownBlock[] {
  const next = nextSteps(framework, role).find(({ key }) => key === lastPage.next)?.label ?? '';
  const parts: [string, string][] = [
    ['What you are proud of', lastPage.proudOf],
    ['What you want next', next],
    ['What you need from your manager', lastPage.needs],
  ];
  return parts.flatMap(([title, text]) =>
    text.trim() ? [section(`*${title}*`), paragraph(text)] : [],
  );
}

function notice(blocks: KnownBlock[], metadata?: string): ModalView {
  return modal({
    callbackId: callbackIds.notice,
    title: 'Check-in',
    blocks,
    ...(metadata && { metadata }),
  });
}
