import type { Button } from '@slack/types';
import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { indexOf, nextRungs } from '../../domain/role/position.js';
import { button } from '../ui/blocks.js';
import { encodePlace } from './place.js';

/** What my role asks. */
export function showRoleButton(roleKey: string): Button {
  const value = encodePlace({ page: 'role', role: roleKey });
  return button({ text: 'What my role asks', actionId: 'role.show:mine', value });
}

/** What a role asks in one competency, all of it. */
export function showWholeButton(roleKey: string, competency: string): Button {
  return button({
    text: 'Show all',
    label: 'Show the whole role definition',
    actionId: 'role.show:whole',
    value: encodePlace({ page: 'role', role: roleKey, competency }),
  });
}

/** What the roles after this one ask; no button at the top of the ladder. */
export function nextRungButtons(
  { framework }: Pick<FrameworkVersion, 'framework'>,
  role: Role,
  text = 'Next rung',
): Button[] {
  if (nextRungs(indexOf(framework), role).length === 0) return [];
  const value = encodePlace({ page: 'next', role: role.key });
  return [button({ text, actionId: 'role.show:next', value })];
}

/** What the roles after the reader's own ask. */
export function myNextButton(): Button {
  return button({ text: 'Next rung', actionId: 'role.my_next' });
}
