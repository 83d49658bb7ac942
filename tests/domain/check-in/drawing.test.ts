import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessmentRules } from '../../../src/domain/assessment/assessment.js';
import { checkInRules } from '../../../src/domain/check-in/check-in.js';
import { projectPath } from '../../../src/project-path.js';

const page = readFileSync(projectPath('docs', 'check-in-states.md'), 'utf8');
const drawings = [...page.matchAll(/```mermaid\n(.*?)```/gs)].map(([, text = '']) => text);

/** "draft submit submitted" for every arrow of a drawing; '*' is where it begins. */
function arrows(drawing: string): string[] {
  const found = drawing.matchAll(/(\S+) --> (\w+)(?:: (\w+))?/g);
  return [...found].map(([, from, to, event = '']) => `${from} ${event} ${to}`).sort();
}

/** The same for a table of rules; `beginning` is the state that isn't there yet. */
function moves(rules: object, beginning?: string): string[] {
  return Object.entries(rules)
    .flatMap(([from, events]: [string, Record<string, string | { to: string }>]) =>
      Object.entries(events).flatMap(([event, rule]) =>
        typeof rule === 'string'
          ? []
          : [`${from === beginning ? '[*]' : from} ${event} ${rule.to}`],
      ),
    )
    .sort();
}

describe('docs/check-in-states.md', () => {
  it('draws every move of a check-in and no other', () => {
    expect(arrows(drawings[0] ?? '')).toEqual(['[*]  draft', ...moves(checkInRules)]);
  });

  it('draws every move of an assessment and no other', () => {
    expect(arrows(drawings[1] ?? '')).toEqual(moves(assessmentRules, 'none'));
  });
});
