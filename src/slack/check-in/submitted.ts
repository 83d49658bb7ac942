import { nextSteps } from '../../domain/questionnaire/pages.js';
import { isBlank } from '../../domain/text/text.js';
import type { CheckIn } from '../../services/check-in/index.js';
import { openBriefButton } from '../brief/links.js';
import { managerLeftText } from '../person/links.js';
import {
  actions,
  button,
  context,
  dayText,
  escapeMrkdwn,
  type KnownBlock,
  mention,
  paragraph,
  section,
} from '../ui/blocks.js';
import { setManagerBlocks } from './about-you.js';
import { wentAlongText } from './kept.js';
import { aboveText } from './page-parts.js';

export const reopenAction = 'check_in.reopen';

/** A check-in that has been sent: who sees it and when, the way back or on, and its last page. */
export function submittedParts(checkIn: CheckIn, already: boolean) {
  const next =
    checkIn.state === 'revealed' ? revealedBlocks(checkIn) : sentBlocks(checkIn, already);
  return { next, lastPage: lastPageBlocks(checkIn) };
}

function sentBlocks(checkIn: CheckIn, already: boolean): KnownBlock[] {
  const { cycle, managerUserId, managerWhoLeftUserId, aboveMayRead } = checkIn;
  const fact = `Your check-in for ${escapeMrkdwn(cycle.name)} is ${already ? 'already ' : ''}sent`;
  const next = managerUserId
    ? `${mention(managerUserId)} sees it only after giving their own view.${aboveText(aboveMayRead)}${wentAlongText(checkIn)} Conversations start on ${dayText(cycle.reviewOn)}.`
    : managerWhoLeftUserId
      ? managerLeftText(managerWhoLeftUserId)
      : 'You have no manager set yet, so for now nobody but you sees it.';
  return [
    section(`*${fact}.* ${next}`),
    ...(managerUserId ? [] : setManagerBlocks(managerWhoLeftUserId)),
    actions([button({ text: 'Reopen and change', actionId: reopenAction })]),
    context('While it is reopened it counts as not sent, until you press Send again.'),
  ];
}

/** Both sides are in: neither changes any more, and both are in the brief. */
function revealedBlocks({ id, cycle }: CheckIn): KnownBlock[] {
  const name = escapeMrkdwn(cycle.name);
  return [
    section(
      `*Your check-in for ${name} and your manager's view are both in.* Your brief sets them side by side. Conversations start on ${dayText(cycle.reviewOn)}.`,
    ),
    actions([openBriefButton(id, 'Open the brief', { style: 'primary' })]),
  ];
}

export function lastPageBlocks({ framework, role, lastPage }: CheckIn): KnownBlock[] {
  const next = nextSteps(framework, role).find(({ key }) => key === lastPage.next)?.label ?? '';
  const parts: [string, string][] = [
    ['What you are proud of', lastPage.proudOf],
    ['What you want next', next],
    ['What you need from your manager', lastPage.needs],
  ];
  return parts.flatMap(([title, text]) =>
    isBlank(text) ? [] : [section(`*${title}*`), paragraph(text)],
  );
}
