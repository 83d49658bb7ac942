import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { beginning, cursorSchema } from '../ui/cursor.js';
import { fieldError, updated } from '../ui/form.js';
import { showWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { replaceView } from '../ui/windows.js';
import { searchedWords } from './input.js';
import { searchField, searchView, searchWindow } from './pages/search-view.js';

/** The search modal. The question stays in its field and is stored nowhere. */
export const registerSearch: Register = (app, slack) => {
  const current = () => slack.services.frameworks.current(slack.workspace.id);

  onAction(app, 'role.search_open', (press) =>
    showWindow(press, searchView(current(), undefined), [searchWindow]),
  );

  onAction(app, /^role\.search_more:/, async (press) => {
    const { view } = press.body;
    if (!view) return;
    const asked = { words: searchedWords(view), at: pressed(cursorSchema, press) };
    await replaceView(press.client, view.id, searchView(current(), asked));
  });

  app.view(searchWindow, async ({ ack, view }) => {
    const words = searchedWords(view);
    if (words === '') await ack(fieldError(searchField.block, 'Write a word that you look for.'));
    else await ack(updated(searchView(current(), { words, at: beginning })));
  });
};
