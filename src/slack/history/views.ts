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
  sizeOf,
} from '../ui/blocks.js';
import { beginning, type Cursor, isBeginning, pageValue } from '../ui/cursor.js';
import { layOut } from '../ui/lay-out.js';
import { type Page, pageMessage, pageModal } from '../ui/page.js';
import { shortName } from '../ui/text.js';
import { openHistoryButton } from './buttons.js';
import { actionIds, callbackIds } from './ids.js';
import { chartBlocks, historySections, roleNote } from './sections.js';

const mostBriefs = 5;
/** Charts are left out unless so many characters remain for the text. */
const leastForWords = 1_500;

/** Returns a person's ratings over the cycles as a message: charts and text. */
export function historyMessage(history: RatingHistory, today: Day): Message {
  const page = pageOf(history, today, beginning);
  return pageMessage({ ...page, head: [...page.head, ...chartBlocks(history)] });
}

/** The same as a window, which has no charts; its pages begin at `at`. */
export function historyModal(
  history: RatingHistory,
  today: Day,
  at: Cursor = beginning,
): ModalView {
  return pageModal(pageOf(history, today, at), callbackIds.history);
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
      ...(own
        ? []
        : [section(`*${shortName(subject)}*\n${escapeMrkdwn(standing(history, today))}`)]),
      ...(cycles.length === 0 ? [section(nothing(own))] : []),
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

function nothing(own: boolean): string {
  return own
    ? 'Nothing yet: your ratings stand here once you have sent a check-in.'
    : 'Nothing yet: here stands each cycle for which both of you were in. What they rated with an earlier manager stays between those two.';
}

function wayOn({ cycles, reader, subject }: RatingHistory): KnownBlock[] {
  const briefs = cycles.filter(({ revealed }) => revealed).slice(-mostBriefs);
  const buttons = [
    ...briefs.toReversed().map(({ checkInId, name }, nth) => {
      const text = `Brief ${name}`;
      return openBriefButton(checkInId, text.length <= limits.buttonText ? text : 'Brief', { nth });
    }),
    allActionItemsButton(subject.id, reader === 'self' ? 'My actions' : 'Their actions'),
  ];
  return [actions(buttons)];
}

/**
 * The history as part of a longer message: charts, then as many competencies as there is room for,
 * with a button to the rest. Nothing where there is no history.
 */
export function historyBlocks(
  history: RatingHistory,
  room: { blocks: number; characters: number },
): KnownBlock[] {
  const sections = historySections(history);
  if (sections.length === 0) return [];
  const latest = history.cycles.findLast(({ revealed }) => revealed);
  const buttons = [
    ...(latest ? [openBriefButton(latest.checkInId, 'Open the brief')] : []),
    openHistoryButton(history.subject.id, 'All ratings'),
  ];
  const note = roleNote(history);
  const head = [section('*Your ratings over the cycles*')];
  const foot = [...(note ? [context(note)] : []), actions(buttons)];
  const more = context(`Not all ${sections.length} competencies fit here.`);
  const roomBeside = (charts: KnownBlock[]) => ({
    blocks: room.blocks - head.length - charts.length - foot.length - 1,
    characters: room.characters - sizeOf([...head, ...charts, ...foot, more]),
  });
  const drawn = chartBlocks(history);
  const charts = roomBeside(drawn).characters >= leastForWords ? drawn : [];
  const { blocks, next } = layOut(sections, { from: beginning, room: roomBeside(charts) });
  return [...head, ...charts, ...blocks, ...(next ? [more] : []), ...foot];
}
