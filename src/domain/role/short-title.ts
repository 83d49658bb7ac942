import type { Role } from '../framework/framework.js';
import { wordsOf } from '../text/words.js';
import { titlesApart } from './labels.js';
import { namesOf } from './names.js';
import type { FrameworkIndex } from './position.js';

/**
 * Returns a role's title without the words that most titles share ("Senior Manager"). Where nothing of
 * it would be left or another role would have the same: the whole, apart from others of its track.
 */
export function shortTitle(index: FrameworkIndex, role: Role): string {
  const { common } = namesOf(index);
  const short = ({ title }: Role) =>
    title
      .split(' ')
      .filter((word) => wordsOf(word).some((one) => !common.has(one)))
      .join(' ');
  const own = short(role);
  const isOwn = index.framework.roles.every((other) => other === role || short(other) !== own);
  if (own !== '' && isOwn) return own;
  const rungs = index.rungs(role.track);
  return titlesApart(index, rungs)[rungs.indexOf(role)] ?? role.title;
}
