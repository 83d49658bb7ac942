import type { FrameworkVersion } from '../../../domain/framework/framework.js';
import { actions, button, context, escapeMrkdwn, header, type Surface } from '../../ui/blocks.js';
import type { Page } from '../../ui/page.js';
import type { Piece } from '../../ui/sections.js';
import { picker, roleOptions } from '../pickers.js';
import type { Place } from '../place.js';
import { versionText } from '../words.js';
import { shareButton } from './share.js';

/** The framework's own page: what the group does and who thrives in it. */
export function aboutPage(
  version: FrameworkVersion,
  place: Extract<Place, { page: 'about' }>,
  surface: Surface,
): Page {
  const { about, name } = version.framework;
  const point = (text: string): Piece => ({ kind: 'point', text });
  return {
    title: 'About',
    text: escapeMrkdwn(`About the ${name} ladder: ${about.title}.`),
    head: [header(about.title)],
    sections: [
      { name: `The ${name} ladder`, pieces: [{ kind: 'lead', text: about.summary }] },
      ...about.sections.map(({ title, text, points }) => ({
        name: title,
        pieces: [...(text ? [{ kind: 'lead' as const, text }] : []), ...points.map(point)],
      })),
    ],
    noun: ['part', 'parts'],
    pointNoun: ['point', 'points'],
    foot: [
      actions(
        [
          picker({
            actionId: 'role.pick',
            placeholder: 'Look at a role',
            options: roleOptions(version.framework),
            surface,
          }),
          button({ text: 'Help', actionId: 'role.help' }),
          ...shareButton(place, surface),
        ],
        'about',
      ),
      context(escapeMrkdwn(versionText(version))),
    ],
  };
}
