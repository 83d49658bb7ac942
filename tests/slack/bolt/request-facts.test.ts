import { expect, it } from 'vitest';
import { requestKinds } from '../../../src/slack/bolt/observer.js';
import { kindOf } from '../../../src/slack/bolt/request-facts.js';

it.each(['constructor', '__proto__', 'toString', 'valueOf', 'something_new', '', undefined])(
  'A request of the type %s is counted as one of another kind, under a name of ours',
  (type) => {
    expect(kindOf({ type })).toBe('other');
    expect(requestKinds).toContain(kindOf({ type }));
  },
);

it('A request of a type that Slack has is counted as that', () => {
  expect(kindOf({ type: 'view_closed' })).toBe('view');
  expect(kindOf({ type: 'block_suggestion' })).toBe('options');
});
