import type { CycleClosedMessage } from '../../services/reminder/index.js';
import { unfinishedButton } from '../admin/links.js';
import { unsentButton } from '../check-in/links.js';
import { overviewButton } from '../home/links.js';
import { chooseManagerButton } from '../person/links.js';
import { openTeamButton } from '../team/links.js';
import {
  actions,
  context,
  count,
  dayText,
  escapeMrkdwn,
  type Message,
  mention,
  section,
} from '../ui/blocks.js';
import { listOfNames } from '../ui/text.js';

/** The last word about a cycle: what was missed, what can be done now, and when the next one is. */
export function cycleClosed(content: CycleClosedMessage): Message {
  const facts = [...ownFacts(content), ...teamFacts(content), ...outcomeFacts(content)];
  const [first, ...others] = facts;
  const text = `${escapeMrkdwn(content.cycleName)} has closed${first ? first.fact : ''}.`;
  const buttons = closedButtons(content);
  return {
    text,
    blocks: [
      section([`*${text}*`, ...(first ? first.next : [])].join(' ')),
      ...others.map(({ fact, next }) => section([`It closed${fact}.`, ...next].join(' '))),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
      context(nextText(content), ...countedText(content)),
    ],
  };
}

/** What is so, as the end of "Q1 2027 has closed", and what can be done about it. */
interface Fact {
  fact: string;
  next: string[];
}

function ownFacts({ own }: CycleClosedMessage): Fact[] {
  if (!own) return [];
  if (own.end === 'missed') {
    const kept = own.started ? ['What you had typed is kept, and nobody else sees it.'] : [];
    const talk = 'You and your manager can talk all the same; it needs no check-in.';
    return [{ fact: ' and your check-in was not sent', next: [...kept, talk] }];
  }
  const { managerSlackUserId: manager } = own;
  const kept = 'What you sent is kept, and nobody else has read it.';
  if (!manager) {
    const choose = 'You have no manager here now. With one, the next check-in gets a view.';
    return [{ fact: ' and your check-in got no view', next: [kept, choose] }];
  }
  const talk = `You can ask ${mention(manager)} for a conversation all the same.`;
  return [{ fact: ' and your check-in got no view from your manager', next: [kept, talk] }];
}

function teamFacts({ withoutView }: CycleClosedMessage): Fact[] {
  const number = withoutView.length;
  if (number === 0) return [];
  const names = listOfNames(withoutView);
  const them = number === 1 ? 'them' : 'each of them';
  return [
    {
      fact: ` without your view of ${count(number, 'check-in')}`,
      next: [`${names} sent theirs. A conversation with ${them} is worth having all the same.`],
    },
  ];
}

function outcomeFacts({ outcome }: CycleClosedMessage): Fact[] {
  if (!outcome) return [];
  const { asked, began, sent, gotView, talked } = outcome;
  return [
    {
      fact: ` with ${sent} of ${count(asked, 'check-in')} sent`,
      next: [`${began} began, ${sent} sent theirs, ${gotView} got a view, and ${talked} talked.`],
    },
  ];
}

function countedText({ countedOn }: CycleClosedMessage): string[] {
  return countedOn ? [`Counted on ${dayText(countedOn)}.`] : [];
}

/** To whatever the message is about first; for admins, to whom it was not through for. */
function closedButtons(content: CycleClosedMessage) {
  const { cycleId, outcome } = content;
  const isMissed = outcome && outcome.talked < outcome.asked;
  return [...firstButton(content), ...(isMissed ? [unfinishedButton(cycleId)] : [])];
}

function firstButton({ own, withoutView }: CycleClosedMessage) {
  if (own?.end === 'no_view' && !own.managerSlackUserId) return [chooseManagerButton()];
  if (own?.end === 'missed' && own.started) return [unsentButton('Read what I had typed')];
  if (own) return [overviewButton('Where I stand')];
  return withoutView.length > 0 ? [openTeamButton()] : [];
}

function nextText({ next }: CycleClosedMessage): string {
  if (!next) return 'No next review is planned yet.';
  const { opensOn, reviewOn } = next;
  return `The next reviews start on ${dayText(reviewOn)}; check-ins open on ${dayText(opensOn)}.`;
}
