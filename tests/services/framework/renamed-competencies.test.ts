import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { historyLines } from '../../../src/domain/history/rating-history.js';
import { sheetsOf } from '../../../src/domain/questionnaire/sheets.js';
import { actionItemsOf, openActionItemsFor } from '../../../src/services/action-item/lists.js';
import { openAssessment } from '../../../src/services/assessment/opening.js';
import { readBrief } from '../../../src/services/brief/briefs.js';
import { savePage } from '../../../src/services/check-in/edits.js';
import { openCheckIn } from '../../../src/services/check-in/opening.js';
import { readCheckIn } from '../../../src/services/check-in/reading.js';
import { listActionItems } from '../../../src/services/conversation/action-item-list.js';
import { agreeOn } from '../../../src/services/conversation/agreements.js';
import { markDifference } from '../../../src/services/conversation/differences.js';
import { readRecord } from '../../../src/services/conversation/record.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { keepEvidence } from '../../../src/services/evidence/evidence.js';
import { evidenceForAssessment } from '../../../src/services/evidence/kept-for-check-in.js';
import { listEvidence } from '../../../src/services/evidence/reading.js';
import { publishVersion } from '../../../src/services/framework/publishing.js';
import { readHistory } from '../../../src/services/history/history.js';
import { readReportPage } from '../../../src/services/team/report-page.js';
import { pageParts } from '../../../src/slack/assessment/page-parts.js';
import type { SlackContext } from '../../../src/slack/bolt/context.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { ladderWithRenamedCompetencies } from '../../support/renamed-ladder.js';
import { type BriefWorld, openBriefWorld, type Pair, sides } from '../brief/world.js';
import { begun } from '../check-in/world.js';

let world: BriefWorld;
let pair: Pair;
beforeAll(async () => {
  world = await openBriefWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  pair = await world.pair();
});

const renames = { execution: 'delivery', collaboration: 'teamwork' };
const publish = (framework = ladderWithRenamedCompetencies(renames)) =>
  publishVersion(world.context, { workspaceId: pair.workspaceId, framework });
const teo = () => ({ workspaceId: pair.workspaceId, personId: pair.teo.id });

/** Teo's own ratings of a competency, by cycle. */
async function ratings(key: string) {
  const { workspaceId } = pair;
  const who = { viewerId: pair.teo.id, subjectId: pair.teo.id };
  const reading = await readHistory(world.context, { workspaceId, ...who });
  if ('refused' in reading) throw new Error(reading.refused);
  const line = historyLines(reading.history.cycles).find((one) => one.competency.key === key);
  return line?.entries.map(({ cycle, self, manager }) => [cycle, self.label, manager?.label]);
}

const keep = (competencyKey: string) =>
  keepEvidence(world.context, teo(), {
    ...{ id: randomUUID(), competencyKey, note: 'Moved a launch.', happenedOn: '2027-02-12' },
  });

describe('ratings of a competency that gets another key', () => {
  const inBoth = [
    ['Q4 2026', 'Meeting', 'Meeting'],
    ['Q1 2027', 'Exceeding', 'Meeting'],
  ];
  const delivery = { delivery: { self: 'exceeding', manager: 'meeting' } };

  it('are one line over the cycles', async () => {
    await pair.reveal(pair.before);
    await publish();
    await pair.reveal(pair.now, pair.mika.id, delivery);
    expect(await ratings('delivery')).toEqual(inBoth);
    expect(await ratings('execution')).toBeUndefined();
  });

  it('stay one line when a later version says no more what it was', async () => {
    await pair.reveal(pair.before);
    await publish();
    await pair.reveal(pair.now, pair.mika.id, delivery);
    await publish(ladderWithRenamedCompetencies(renames, { was: false }));
    expect(await ratings('delivery')).toEqual(inBoth);
  });

  it('are two lines where nobody said that it is the same', async () => {
    await pair.reveal(pair.before);
    await publish(ladderWithRenamedCompetencies(renames, { was: false }));
    await pair.reveal(pair.now, pair.mika.id, delivery);
    expect(await ratings('delivery')).toEqual([inBoth[1]]);
    expect(await ratings('execution')).toEqual([inBoth[0]]);
  });
});

describe('what a person has kept', () => {
  it('moves along, and stands beside the page of a check-in begun before', async () => {
    await begunCheckIn();
    await keep('execution');
    await publish();
    const list = await listEvidence(world.context, teo(), { today: '2027-03-22' });
    expect([...list.keys()]).toEqual(['delivery']);
    const { kept } = await begunCheckIn();
    expect([...kept.byCompetency.keys()]).toEqual(['execution']);
  });

  it('goes to the renamed competency from a form that was open before', async () => {
    await publish();
    expect(await keep('execution')).toMatchObject({ competencyKey: 'delivery' });
  });

  it('stands for the manager beside the same page', async () => {
    await keep('execution');
    await pair.reveal(pair.now);
    await publish();
    const which = { ...teo(), viewerId: pair.mika.id, cycleId: pair.now.id };
    expect([...(await evidenceForAssessment(world.context, which)).keys()]).toEqual(['execution']);
  });
});

describe('a draft and a record from before', () => {
  it('keep what is written', async () => {
    const { id: checkInId } = await begunCheckIn();
    await savePage(world.context, { ...teo(), checkInId }, page('Shipped it.'));
    await publish();
    const draft = await begunCheckIn();
    expect(draft.answers.get('execution')?.text).toBe('Shipped it.');
  });

  it('show an action under its competency, wherever it was agreed on', async () => {
    const { id: checkInId } = await pair.reveal(pair.now);
    const ref = { workspaceId: pair.workspaceId, personId: pair.mika.id, checkInId };
    await recordConversation(world.context, ref, '2027-03-22', undefined);
    await agreeOn(world.context, ref, { ...agreement, actionItemId: randomUUID() });
    await publish();
    // From a form that was open before.
    await agreeOn(world.context, ref, { ...agreement, actionItemId: randomUUID() });
    const items = await actionItemsOf(world.context, { ...teo(), at: world.clock.now() });
    expect(items.map(({ competencyKey }) => competencyKey)).toEqual(['delivery', 'delivery']);
    const { competencies } = await readRecord(world.context, ref);
    expect(competencies.map(({ key }) => key)).toContain('delivery');
    const brief = await briefOf(checkInId);
    expect(namesOf(brief.agreed)).toEqual(['Execution', 'Execution']);
  });

  it.each([
    ['that has another key and name', renamed, 'Delivery', 'Execution'],
    ['that is gone', without, 'Execution', 'Execution'],
    ['that has the same key', builtInFramework, 'Execution', 'Execution'],
  ])('name an action by its competency %s', async (_, framework, now, pinned) => {
    const { id: earlier } = await pair.reveal(pair.before);
    const ref = { workspaceId: pair.workspaceId, personId: pair.mika.id, checkInId: earlier };
    await recordConversation(world.context, ref, '2027-03-22', undefined);
    for (const side of ['report', 'manager'] as const) {
      await agreeOn(world.context, ref, { ...agreement, side, actionItemId: randomUUID() });
    }
    const { id } = await begunCheckIn();
    const { context, clock } = world;
    const [workspaceId, at] = [pair.workspaceId, clock.now()];
    await context.db.checkIn.update({
      ...{ where: { id }, data: { state: 'submitted', submittedAt: at } },
    });
    await publish(framework());
    const [mika, report] = [pair.mika.id, pair.teo.id];
    const whose = { workspaceId, viewerId: mika, personId: report };
    const view = viewOf(
      await openAssessment(context, { workspaceId, managerId: mika, reportId: report }),
    );
    const [sheet] = sheetsOf(view.pages);
    if (!sheet) throw new Error('the view has no page');
    const { aside } = await pageParts({ services: context } as SlackContext, view, sheet);
    expect(namesIn(aside)).toEqual([pinned, pinned]);
    const own = { ...teo(), checkInId: id };
    const ofPinned = [(await readCheckIn(context, own)).agreed, (await briefOf(earlier)).agreed];
    const record = await readRecord(context, ref);
    for (const list of [...ofPinned, record.actionItems]) {
      expect(namesOf(list)).toEqual([pinned, pinned]);
    }
    const ofToday = [
      (await listActionItems(context, whose)).actionItems,
      (await listActionItems(context, { ...whose, personId: mika })).withReports,
      await openActionItemsFor(context, { workspaceId, personId: report, at }),
      (
        await readReportPage(context, {
          ...{ workspaceId, reportId: report, at },
          manager: pair.mika,
        })
      )?.actionItems ?? [],
    ];
    for (const list of ofToday) expect(new Set(namesOf(list))).toEqual(new Set([now]));
  });

  it('say in the next brief what they saw differently the last time', async () => {
    const earlier = await pair.reveal(pair.before);
    const ref = { workspaceId: pair.workspaceId, personId: pair.teo.id, checkInId: earlier.id };
    await recordConversation(world.context, ref, '2027-03-22', undefined);
    await markDifference(world.context, ref, { competencyKey: 'collaboration', differs: true });
    await publish();
    const { id } = await pair.reveal(pair.now, pair.mika.id, { teamwork: sides.collaboration });
    expect((await briefOf(id)).stillDifferedLastTime).toEqual(['Collaboration and communication']);
  });
});

function viewOf(opened: Awaited<ReturnType<typeof openAssessment>>) {
  if (opened.kind !== 'page') throw new Error(opened.kind);
  return opened.assessment;
}

const namesOf = (list: { competencyName: string | undefined }[]) =>
  list.map(({ competencyName }) => competencyName);

/** The names of competencies in blocks. */
const namesIn = (blocks: unknown) => JSON.stringify(blocks).match(/Execution|Delivery/g);

function renamed() {
  const { competencies, ...rest } = ladderWithRenamedCompetencies(renames);
  const name = (key: string, name: string) => (key === 'delivery' ? 'Delivery' : name);
  return {
    ...rest,
    competencies: competencies.map((one) => ({ ...one, name: name(one.key, one.name) })),
  };
}

function without() {
  const { competencies, roles, ...rest } = builtInFramework();
  return {
    ...rest,
    competencies: competencies.filter(({ key }) => key !== 'execution'),
    roles: roles.map((role) => ({
      ...role,
      expectations: role.expectations.filter(({ competency }) => competency !== 'execution'),
    })),
  };
}

const agreement = {
  ...{ what: 'Run the next launch', measure: 'It is out', dueOn: '2027-05-03' },
  ...{ competencyKey: 'execution', side: 'report' as const },
};

function page(text: string) {
  const edit = { choice: undefined, text, editedAt: world.clock.now() };
  return { competency: 'execution', edit };
}

const begunCheckIn = async () => begun(await openCheckIn(world.context, teo()));

async function briefOf(checkInId: string) {
  const who = { workspaceId: pair.workspaceId, viewerId: pair.teo.id, checkInId };
  const reading = await readBrief(world.context, { ...who, surface: 'brief' });
  if ('refused' in reading) throw new Error(reading.refused);
  return reading.brief;
}
