import type { FrameworkVersion } from '../../../domain/framework/framework.js';
import { indexOf } from '../../../domain/role/position.js';
import { actions, button, context, escapeMrkdwn, header, type Surface } from '../../ui/blocks.js';
import type { Page } from '../../ui/page.js';
import type { Piece, Section } from '../../ui/sections.js';
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
  const ladder = `The ${name} ladder`;
  return {
    title: 'About',
    text: escapeMrkdwn(about ? `About the ${name} ladder: ${about.title}.` : `${ladder}.`),
    head: [header(about?.title ?? ladder)],
    sections: [
      ...(about ? [{ name: ladder, pieces: lead(about.summary) }] : []),
      ...(about?.sections ?? []).map(({ title, text, points }) => ({
        name: title,
        pieces: [...lead(text), ...points.map(point)],
      })),
      ...trackSections(version),
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

function lead(text: string | undefined): Piece[] {
  return text ? [{ kind: 'lead', text }] : [];
}

function point(text: string): Piece {
  return { kind: 'point', text };
}

/** Each track with a description; all of them where the ladder has no page of its own. */
function trackSections({ framework }: FrameworkVersion): Section[] {
  const { about, tracks, name } = framework;
  return tracks.flatMap((track): Section[] => {
    if (about && !track.summary) return [];
    const roles = indexOf(framework).rungs(track.key);
    const pieces = [...lead(track.summary), ...roles.map(({ title }) => point(title))];
    return [{ name: [track.family, track.name ?? name].filter(Boolean).join(' · '), pieces }];
  });
}
