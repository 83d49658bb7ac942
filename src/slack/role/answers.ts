import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { indexOf } from '../../domain/role/position.js';
import { UserFacingError } from '../../services/errors/index.js';
import type { Message, Surface } from '../ui/blocks.js';
import { beginning } from '../ui/cursor.js';
import { type Page, type Paging, pageMessage } from '../ui/page.js';
import { aboutPage } from './pages/about.js';
import { comparePage } from './pages/compare.js';
import { competencyPage } from './pages/competency.js';
import { nextPage } from './pages/next.js';
import { rolePage } from './pages/role.js';
import { encodePlace, type Place } from './place.js';

/**
 * The answer at a place, from memory alone. Throws UserFacingError if the current version no longer
 * has the role or the competency, as a button in an old message may ask.
 */
export function answerAt(version: FrameworkVersion, place: Place, surface: Surface): Page {
  return { ...pageAt(version, place, surface), paging: pagingOf(place) };
}

function pagingOf(place: Place): Paging {
  return {
    at: place.at ?? beginning,
    button: (at) => ({
      actionId: at === beginning ? 'role.show:begin' : 'role.show:more',
      value: encodePlace({ ...place, at: at === beginning ? undefined : at }),
    }),
    window: { actionId: 'role.open', value: encodePlace(place) },
  };
}

function pageAt(version: FrameworkVersion, place: Place, surface: Surface): Page {
  switch (place.page) {
    case 'role':
      if (place.competency !== undefined) competencyIn(version, place.competency);
      return rolePage(version, roleIn(version, place.role), place, surface);
    case 'competency':
      return competencyPage(version, competencyIn(version, place.competency), place, surface);
    case 'next':
      return nextPage(version, roleIn(version, place.role), place, surface);
    case 'compare': {
      const roles = { from: roleIn(version, place.from), to: roleIn(version, place.to) };
      return comparePage(version, roles, place, surface);
    }
    case 'about':
      return aboutPage(version, place, surface);
  }
}

const messages = new WeakMap<FrameworkVersion, Map<string, Message>>();
/** More places than people ask for in a while, and few enough to stay small in memory. */
const mostRemembered = 500;

/** The answer at a place as a message, made once a version. Throws as `answerAt` does. */
export function messageAt(version: FrameworkVersion, place: Place): Message {
  const made = messages.get(version) ?? new Map<string, Message>();
  messages.set(version, made);
  const name = encodePlace(place);
  const message = made.get(name) ?? pageMessage(answerAt(version, place, 'message'));
  if (made.size >= mostRemembered) made.clear();
  made.set(name, message);
  return message;
}

/** The role with this key. Throws UserFacingError if the current version has none. */
export function roleIn({ framework }: FrameworkVersion, key: string): Role {
  const role = indexOf(framework).role(key);
  if (role) return role;
  throw new UserFacingError('That role is no longer on the ladder. Pick another one.');
}

function competencyIn({ framework }: FrameworkVersion, key: string) {
  const competency = indexOf(framework).competency(key);
  if (competency) return competency;
  throw new UserFacingError('That competency is no longer on the ladder. Pick another one.');
}
