import type { ModalView } from '@slack/types';
import { growthSentence } from '../../domain/brief/brief.js';
import type { Day } from '../../domain/time/day.js';
import type { RatingHistory } from '../../services/history/index.js';
import { allActionItemsButton } from '../action-item/links.js';
import { openBriefButton } from '../brief/links.js';
import { timeText } from '../role/links.js';
import {
  actions,
  context,
  escapeMrkdwn,
  header,
  type KnownBlock,
  limits,
  type Message,
  section,
} from '../ui/blocks.js';
import { beginning, type Cursor, isBeginning, pageValue } from '../ui/cursor.js';
import { type Page, pageMessage, pageModal } from '../ui/page.js';
import { shortName } from '../ui/text.js';
import { actionIds, callbackIds } from './ids.js';
import { chartBlocks, historySections, roleNote } from './sections.js';
import { legendText, tableOf } from './table.js';
import { talkBlocks } from './talk-blocks.js';

const mostBriefs = 5;
/** A wider table would be hard to read in a message. */
const widestTable = 6;

/** Returns a person's ratings over the cycles as a message: charts, and a table of both sides. No words. */
export function historyMessage(history: RatingHistory, today: Day): Message {
  const page = pageOf(history, today, beginning);
  const { tableHead, sections } = tableOf(history, widestTable);
  const legend = sections.length > 0 ? [context(legendText(history))] : [];
  const head = [...page.head, ...chartBlocks(history), ...legend];
  return pageMessage({ ...page, head, sections, ...(sections.length > 0 && { tableHead }) });
}

/** The same as a window, which has neither charts nor tables; its pages begin at `at`. */
export function historyModal(
  history: RatingHistory,
  today: Day,
  at: Cursor = beginning,
): ModalView {
  const { head, ...page } = pageOf(history, today, at);
  const foot = [...(isBeginning(at) ? talkBlocks(history) : []), ...page.foot];
  // The window's title says what the heading of a message does.
  return pageModal({ ...page, head: head.slice(1), foot }, callbackIds.history);
}

function pageOf(history: RatingHistory, today: Day, at: Cursor): Page {
  const { subject, reader, cycles } = history;
  const isFirst = isBeginning(at);
  const own = reader === 'self';
  const title = own ? 'Your ratings' : 'Their ratings';
  const whose = own ? 'Your ratings' : `The ratings of ${shortName(subject)}`;
  const note = roleNote(history);
  return {
    title,
    text: `${whose} over the cycles.`,
    head: [
      header(title),
      section(`${own ? '' : `*${shortName(subject)}*\n`}${escapeMrkdwn(standing(history, today))}`),
      ...(cycles.length === 0 ? [section(nothing[reader])] : []),
      ...(note && isFirst ? [context(note)] : []),
    ],
    sections: historySections(history),
    noun: ['competency', 'competencies'],
    foot: [...wayOn(history), context(growthSentence)],
    paging: {
      at,
      button: (to) => ({
        actionId: `${actionIds.page}:${to === beginning ? 'begin' : 'more'}`,
        value: pageValue.write(subject.id, to),
      }),
    },
  };
}

function standing({ role, inRoleSince }: RatingHistory, today: Day): string {
  if (!role) return 'No role on the ladder yet.';
  const since = inRoleSince ? timeText(inRoleSince, today, role) : 'Since when is not set.';
  return `${role.title}. ${since}`;
}

const nothing: Record<RatingHistory['reader'], string> = {
  self: 'Nothing yet: your ratings stand here once you have sent a check-in.',
  manager:
    'Nothing yet: here stands each cycle for which both of you were in. What they rated with an earlier manager stays between those two.',
  above:
    'Nothing yet: here stands each cycle for which both sides were given since managers further up may read them.',
};

function wayOn({ cycles, reader, subject }: RatingHistory): KnownBlock[] {
  const briefs = cycles.filter(({ revealed }) => revealed).slice(-mostBriefs);
  const buttons = [
    ...briefs.toReversed().map(({ checkInId, name }, nth) => {
      const text = `Brief ${name}`;
      return openBriefButton(checkInId, text.length <= limits.buttonText ? text : 'Brief', { nth });
    }),
    ...(reader === 'above'
      ? []
      : [allActionItemsButton(subject.id, reader === 'self' ? 'My actions' : 'Their actions')]),
  ];
  return buttons.length > 0 ? [actions(buttons)] : [];
}
