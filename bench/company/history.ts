import type { Blueprint } from './shape.js';
import { idOf, luckOf, oneOf, sharesIn, tableOf } from './sql.js';

// A share's progress: 0 nothing, 1 draft, 2 submitted, 3 both sides are in, 4 the conversation took
// place.

const deeds = [
  'I took over the weekly report and cut it from six pages to one.',
  'I moved the supplier list into one place, and nobody has asked me for it since.',
  'I ran the planning day with two other teams and wrote down what we agreed on.',
  'I found out why refunds took nine days and mended the two slowest steps.',
  'I wrote a guide for newcomers and went through it with three of them.',
  'I said no to a project that would have cost us a month, and showed the figures.',
];
const effects = [
  'It now takes an hour instead of a day.',
  'Two teams use it without asking.',
  'The number of open questions went down by half within the quarter.',
  'We noticed a mistake early and told the people whom it concerned.',
];
const agreements = [
  'Lead one planning meeting from start to end',
  'Write down how the hand-over works',
  'Sit with support for a day and list what slows them down',
  'Present the figures to the neighbouring team',
];

/** Returns SQL for an instant: so many days after a date, in the middle of the day. */
const after = (date: string, days: string) =>
  `(${date} + ${days} + time '12:00') AT TIME ZONE 'UTC'`;

export function assessments(blueprint: Blueprint, cycle: number): string {
  const { workspaceId, frameworkVersionId } = blueprint;
  return `
    INSERT INTO assessment (id, workspace_id, cycle_id, subject_id, author_id,
      framework_version_id, role_key, state, page, summary, started_at, submitted_at)
    SELECT assessment_id, '${workspaceId}', cycle_id, person_id, manager_id,
      '${frameworkVersionId}', role_key, 'submitted', 5, ${oneOf(effects, 'k')},
      ${after('opens_on', '5')}, ${after('opens_on', '6')}
    FROM ${sharesIn(cycle)} WHERE progress >= 3`;
}

export function checkIns(blueprint: Blueprint, cycle: number): string {
  const { workspaceId, frameworkVersionId } = blueprint;
  return `
    INSERT INTO check_in (id, workspace_id, cycle_id, person_id, framework_version_id, role_key,
      state, page, proud_of, next, needs, started_at, submitted_at, revealed_at, assessment_id)
    SELECT check_in_id, '${workspaceId}', cycle_id, person_id, '${frameworkVersionId}', role_key,
      (CASE WHEN progress = 1 THEN 'draft' ELSE 'submitted' END)::"CheckInState",
      CASE WHEN progress = 1 THEN 2 ELSE 5 END,
      CASE WHEN progress = 1 THEN '' ELSE ${oneOf(deeds, 'k')} END,
      CASE WHEN progress = 1 THEN '' ELSE 'grow' END, '', ${after('opens_on', '2')},
      CASE WHEN progress >= 2 THEN ${after('opens_on', '5')} END,
      CASE WHEN progress >= 3 THEN ${after('opens_on', '6')} END,
      CASE WHEN progress >= 3 THEN assessment_id END
    FROM ${sharesIn(cycle)} WHERE progress >= 1`;
}

/** Returns SQL for both sides' answers: all pages, of a draft the first two. */
export function answers(
  blueprint: Blueprint,
  cycle: number,
  of: 'check_in' | 'assessment',
): string {
  const { workspaceId, framework } = blueprint;
  const table = `${of}_answer` as const;
  const scale = framework.scale.map(({ key }) => key);
  const competencies = framework.competencies.map(({ key }) => key);
  const number = 'k * 16 + position';
  const luck = luckOf(number, of === 'check_in' ? 2 : 3, blueprint);
  return `
    INSERT INTO ${table} (id, workspace_id, ${of}_id, competency_key, rating_key, no_opportunity,
      text, edited_at)
    SELECT ${idOf(table, number, blueprint)}, '${workspaceId}', ${of}_id, competency,
      CASE WHEN luck >= 40 THEN ${oneOf(scale, 'luck')} END, luck < 40,
      ${oneOf(deeds, 'luck + k')} || ' ' || ${oneOf(effects, 'luck')}, edited_at
    FROM (
      SELECT k, position, ${of}_id, competency.text AS competency, ${luck} AS luck,
        ${after('opens_on', '3')} AS edited_at
      FROM ${sharesIn(cycle)} CROSS JOIN ${tableOf(competencies, 'competency')}
      WHERE ${of === 'check_in' ? 'progress >= 2 OR (progress = 1 AND position < 2)' : 'progress >= 3'}
    ) AS answer`;
}

export function conversations({ workspaceId }: Blueprint, cycle: number): string {
  return `
    INSERT INTO conversation (id, workspace_id, cycle_id, person_id, manager_id, held_on,
      recorded_at, confirmed_at)
    SELECT conversation_id, '${workspaceId}', cycle_id, person_id, manager_id,
      CASE WHEN is_open THEN opens_on + 6 ELSE review_on + 3 END,
      ${after('CASE WHEN is_open THEN opens_on ELSE review_on - 3 END', '6')},
      ${after('CASE WHEN is_open THEN opens_on ELSE review_on - 2 END', '6')}
    FROM ${sharesIn(cycle)} WHERE progress = 4`;
}

/**
 * Returns SQL for one action item for each conversation; every fifth is the manager's. The latest
 * are mostly still open.
 */
export function actions(blueprint: Blueprint, cycle: number): string {
  const { workspaceId, pastCycles, framework } = blueprint;
  const competencies = framework.competencies.map(({ key }) => key);
  return `
    INSERT INTO action_item (id, workspace_id, conversation_id, person_id, owner_id, competency_key,
      what, measure, due_on, state, created_at, closed_at)
    SELECT ${idOf('action', 'k', blueprint)}, '${workspaceId}', conversation_id, person_id,
      CASE WHEN k % 5 = 0 THEN manager_id ELSE person_id END, ${oneOf(competencies, 'k')},
      ${oneOf(agreements, 'k')}, ${oneOf(effects, 'k')}, due_on,
      (CASE WHEN is_closed THEN 'done' ELSE 'open' END)::"ActionItemState",
      ${after('due_on', '-30')}, CASE WHEN is_closed THEN ${after('due_on', '-1')} END
    FROM (
      SELECT *, review_on + 30 + (luck % 80)::int AS due_on,
        luck < CASE WHEN c >= ${pastCycles - 1} THEN 300 ELSE 970 END AS is_closed
      FROM (SELECT *, ${luckOf('k', 4, blueprint)} AS luck FROM ${sharesIn(cycle)}) AS share
      WHERE progress = 4
    ) AS action`;
}

/** Returns SQL for evidence for every other check-in. */
export function evidence(blueprint: Blueprint, cycle: number): string {
  const { workspaceId, framework } = blueprint;
  const competencies = framework.competencies.map(({ key }) => key);
  return `
    INSERT INTO evidence (id, workspace_id, person_id, competency_key, note, happened_on, created_at)
    SELECT ${idOf('evidence', 'k', blueprint)}, '${workspaceId}', person_id,
      ${oneOf(competencies, 'k')}, ${oneOf(deeds, 'k')}, opens_on - 20, opens_on - 20
    FROM ${sharesIn(cycle)} WHERE k % 2 = 0`;
}
