import { readFileSync } from 'node:fs';

/** Columns of text that nobody types into, and what is in them instead. */
const others: Record<string, string> = {
  'workspace.slack_team_id': 'an id of Slack',
  'workspace.name': "Slack's, see profiles",
  'workspace.role_keys': 'keys of the framework',
  'workspace.days_off': 'days',
  'framework_version.hash': 'ours',
  'framework_version.note': "the operator's, at the command line",
  'framework_version.published_by': "the operator's, at the command line",
  'person.slack_user_id': 'an id of Slack',
  'person.name': "Slack's, see profiles",
  'person.time_zone': "Slack's, see profiles",
  'person.locale': "Slack's, see profiles",
  'person.role_key': 'a key of the framework',
  'cycle.name': "the operator's, at the command line",
  'cycle.period': 'ours',
  'check_in.role_key': 'a key of the framework',
  'check_in.next': 'a key of ours',
  'check_in_answer.competency_key': 'a key of the framework',
  'check_in_answer.rating_key': 'a key of the framework',
  'assessment.role_key': 'a key of the framework',
  'assessment_answer.competency_key': 'a key of the framework',
  'assessment_answer.rating_key': 'a key of the framework',
  'evidence.competency_key': 'a key of the framework',
  'evidence.permalink': 'an address of Slack',
  'evidence.slack_channel_id': 'an id of Slack',
  'evidence.slack_ts': 'an id of Slack',
  'conversation_difference.competency_key': 'a key of the framework',
  'form_draft.form': 'ours',
  'form_draft.field': 'ours',
  'action_item.competency_key': 'a key of the framework',
  'access_log_entry.surface': 'ours',
  'audit_log_entry.operator': "the operator's name on their machine",
  'audit_log_entry.action': 'ours',
  'audit_log_entry.subject': "a key of ours, or the admin's name for a cycle",
  'audit_log_entry.before': 'a setting or dates',
  'audit_log_entry.after': 'a setting or dates',
  'delivery.key': 'ours',
  'delivery.kind': 'ours',
  'delivery.step': 'ours',
  'delivery.claim_id': 'ours',
  'delivery.slack_channel_id': 'an id of Slack',
  'delivery.slack_ts': 'an id of Slack',
  'delivery.reason': 'a code of ours',
  'delivery.drawn': 'a hash',
  'delivery.redraw_refused': 'a code of Slack',
  'workspace_scheduler.refused_because': 'a code of Slack',
};

/** Every column of the schema for words that people type, as "table.column", sorted. */
export function wordColumns(schemaPath: string): string[] {
  const schema = readFileSync(schemaPath, 'utf8');
  const columns = [...schema.matchAll(/^model \w+ \{\n([^}]*)\n\}/gm)].flatMap(([, body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
    return [...body.matchAll(/^ {2}(\w+) +String\??(.*)$/gm)]
      .filter(([, , rest = '']) => !rest.includes('@db.Uuid'))
      .map(([, field, rest = '']) => `${table}.${/@map\("(\w+)"\)/.exec(rest)?.[1] ?? field}`);
  });
  return columns.filter((column) => !Object.hasOwn(others, column)).sort();
}
