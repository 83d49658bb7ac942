import { afterAll, beforeAll, expect, it } from 'vitest';
import { secondWorkspace } from '../../playground/second-workspace.js';
import { startSeveralWorkspaces } from '../../playground/start-several.js';

let playground: Awaited<ReturnType<typeof startSeveralWorkspaces>>;
beforeAll(async () => {
  playground = await startSeveralWorkspaces({ port: 0 });
}, 120_000);
afterAll(() => playground.stop());

const second = () => playground.hub.of(secondWorkspace.id);

/** Follows what somebody presses, as a browser does with its cookies. */
async function press(url: string, cookie = '') {
  const answered = await fetch(url, { redirect: 'manual', headers: { cookie } });
  const [set] = (answered.headers.get('set-cookie') ?? '').split(';');
  return {
    text: await answered.text(),
    next: answered.headers.get('location') ?? '',
    cookie: set || cookie,
  };
}

it('has a second workspace, into which a button installs the app', async () => {
  const { several, app } = second().state();
  expect(app.connected).toBe(false);
  expect(several?.others).toEqual([{ name: 'Moss & Fern', url: playground.url }]);
  const begun = await press(several?.installUrl ?? '');
  const page = await press(begun.next);
  const allow = /href="([^"]+)">Allow in Pine &#38; Pebble/.exec(page.text)?.[1] ?? '';
  const path = allow.replaceAll('&#38;', '&');
  const allowed = await press(`${playground.hub.url}${path}`);
  const done = await press(allowed.next, begun.cookie);
  expect(done.text).toContain('Ladder is installed in Pine &#38; Pebble');
  const opened = /href="([^"]+)">Open Slack/.exec(done.text)?.[1] ?? '';
  expect((await press(opened)).next).toBe(second().url);
  expect(second().state().app.connected).toBe(true);
  const { message } = await second()
    .as('U0YUKI')
    .command('/ladder', 'senior', { channel: 'C0SECOND' });
  expect(message?.text).toContain('Senior');
}, 60_000);

it('has the past of the people in the first one alone', async () => {
  const { db } = playground.ladder.context;
  const workspaces = await db.workspace.findMany({
    include: { _count: { select: { checkIns: true } } },
    orderBy: { createdAt: 'asc' },
  });
  expect(workspaces[0]?._count.checkIns).toBeGreaterThan(5);
  expect(workspaces.slice(1).every(({ _count }) => _count.checkIns === 0)).toBe(true);
});
