import { type Blueprint, headcount } from './shape.js';
import { idOf, luckOf, oneOf } from './sql.js';

const names = ['Ines', 'Tomas', 'Wanja', 'Odile', 'Piet', 'Yara', 'Milo', 'Sanna', 'Ravi', 'Lena'];

/** Managers first; each of the others has one of them as their manager. */
export function people(blueprint: Blueprint): string {
  const { workspaceId, managers, reportsPerManager, framework, timeZones, today } = blueprint;
  const roles = framework.roles.map(({ key }) => key);
  const manager = `CASE WHEN n = 1 THEN NULL WHEN n <= ${managers} THEN (n - 2) / 10 + 1
      ELSE (n - ${managers} - 1) / ${reportsPerManager} + 1 END`;
  return `
    INSERT INTO person (id, workspace_id, slack_user_id, name, time_zone, profile_read_at,
      role_key, manager_id, in_role_since, created_at)
    SELECT ${idOf('person', 'n', blueprint)}, '${workspaceId}', 'U0PERSON' || n,
      ${oneOf(names, 'n')} || ' ' || n, ${oneOf(timeZones, 'n')}, now(), ${oneOf(roles, 'n')},
      ${idOf('person', manager, blueprint)}, date '${today}' - 400 - (n % 900)::int, now()
    FROM generate_series(1, ${headcount(blueprint)}) AS n`;
}

/** The quarters that are over, the oldest first, and the one that is open. */
export function cycles(blueprint: Blueprint): string {
  const { workspaceId, frameworkVersionId, pastCycles, today } = blueprint;
  return `
    INSERT INTO cycle (id, workspace_id, name, opens_on, due_on, review_on,
      framework_version_id, opened_at, posts_closed_at, created_at)
    SELECT ${idOf('cycle', 'c', blueprint)}, '${workspaceId}', to_char(review_on, '"Q"Q YYYY'),
      review_on - 21, review_on - 7, review_on, '${frameworkVersionId}', review_on - 21,
      CASE WHEN c < ${pastCycles} THEN review_on + 22 END, review_on - 30
    FROM (
      SELECT c, (date '${today}' + 14 - make_interval(months => 3 * (${pastCycles} - c)))::date
        AS review_on
      FROM generate_series(0, ${pastCycles}) AS c
    ) AS quarter`;
}

/**
 * Each person's progress in each cycle, from which all other rows follow. Nearly everybody
 * completed the past cycles; of the open one the first week is over.
 */
export function shares(blueprint: Blueprint): string {
  const { workspaceId, pastCycles } = blueprint;
  const number = `c * ${headcount(blueprint)} + n`;
  return `
    CREATE UNLOGGED TABLE company_share AS
    SELECT k, c, n, ${idOf('person', 'n', blueprint)} AS person_id, manager_id, cycle_id, role_key,
      ${idOf('check_in', 'k', blueprint)} AS check_in_id,
      ${idOf('assessment', 'k', blueprint)} AS assessment_id,
      ${idOf('conversation', 'k', blueprint)} AS conversation_id,
      opens_on, review_on, c = ${pastCycles} AS is_open,
      CASE
        WHEN luck < CASE WHEN c = ${pastCycles} THEN 550 ELSE 40 END THEN 0
        WHEN luck < CASE WHEN c = ${pastCycles} THEN 750 ELSE 80 END THEN 1
        WHEN luck < CASE WHEN c = ${pastCycles} THEN 950 ELSE 160 END OR manager_id IS NULL THEN 2
        WHEN luck < CASE WHEN c = ${pastCycles} THEN 990 ELSE 250 END THEN 3
        ELSE 4
      END AS progress
    FROM (
      SELECT ${number} AS k, c, n, cycle_id, opens_on, review_on, role_key, manager_id,
        ${luckOf(number, 1, blueprint)} AS luck
      FROM (
        SELECT row_number() OVER (ORDER BY review_on) - 1 AS c, id AS cycle_id, opens_on, review_on
        FROM cycle WHERE workspace_id = '${workspaceId}'
      ) AS cycle CROSS JOIN (
        SELECT substr(slack_user_id, 9)::bigint AS n, role_key, manager_id
        FROM person WHERE workspace_id = '${workspaceId}'
      ) AS person
    ) AS share
    ORDER BY k`;
}
