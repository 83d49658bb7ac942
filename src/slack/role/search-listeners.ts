import type { BlockAction } from '@slack/bolt';
import type { Register } from '../bolt/context.js';
import { beginning } from '../ui/page.js';
import { cursorValue } from '../ui/place.js';
import { showModal } from '../ui/show.js';
import { replaceView } from '../ui/windows.js';
import { pressedValue, searchedWords } from './input.js';
import { SEARCH_MODAL, searchField, searchView } from './pages/search-view.js';

/** The search window. What is searched for stays in its field and goes nowhere else. */
export const registerSearch: Register = (app, slack) => {
  const current = () => slack.services.frameworks.current(slack.workspace.id);

  app.action<BlockAction>('role.search_open', async (args) => {
    await args.ack();
    await showModal(args, searchView(current(), undefined), [SEARCH_MODAL]);
  });

  app.action<BlockAction>(/^role\.search_more:/, async ({ ack, action, body, client }) => {
    await ack();
    if (!body.view) return;
    const asked = { words: searchedWords(body.view), at: cursorValue.read(pressedValue(action)) };
    await replaceView(client, body.view.id, searchView(current(), asked));
  });

  app.view(SEARCH_MODAL, async ({ ack, view }) => {
    const words = searchedWords(view);
    if (words === '') {
      const errors = { [searchField.block]: 'Write a word that you look for.' };
      return ack({ response_action: 'errors', errors });
    }
    const found = searchView(current(), { words, at: beginning });
    await ack({ response_action: 'update', view: found });
  });
};
