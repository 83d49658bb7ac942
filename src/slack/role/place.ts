import { z } from 'zod';
import { type Cursor, cursorSchema, writeCursor } from '../ui/cursor.js';
import { readSlackValue } from '../ui/slack-values.js';

/** An answer that needs nothing but the framework: what a button or a picker leads to. */
export type Place = (
  | { page: 'role'; role: string; competency?: string | undefined }
  | { page: 'competency'; competency: string }
  | { page: 'next'; role: string; competency?: string | undefined }
  | { page: 'compare'; from: string; to: string; competency?: string | undefined }
  | { page: 'about' }
) & { at?: Cursor | undefined };

/** The place as a button's value or a block's id: keys only, at most 255 characters. */
export function encodePlace(place: Place): string {
  const at = place.at ? [writeCursor(place.at)] : [];
  return [place.page, ...partsOf(place), ...at].join(':');
}

function partsOf(place: Place): string[] {
  switch (place.page) {
    case 'role':
      return [place.role, place.competency ?? ''];
    case 'competency':
      return [place.competency];
    case 'next':
      return [place.role, ...chosenIn(place)];
    case 'compare':
      return [place.from, place.to, ...chosenIn(place)];
    case 'about':
      return [];
  }
}

function chosenIn({ competency }: { competency?: string | undefined }): string[] {
  return competency === undefined ? [] : [competency];
}

const key = z.string().regex(/^[a-z0-9-]{1,60}$/);
const cursor = cursorSchema.optional();
const optionalKey = z.union([key, z.literal('')]);

const placeSchema = z.preprocess(
  (text) => (typeof text === 'string' ? text.split(':') : text),
  z.union([
    z
      .tuple([z.literal('role'), key, optionalKey, cursor])
      .transform(([page, role, competency, at]): Place => {
        return { page, role, at, ...(competency && { competency }) };
      }),
    z
      .tuple([z.literal('competency'), key, cursor])
      .transform(([page, competency, at]): Place => ({ page, competency, at })),
    z
      .tuple([z.literal('next'), key, cursor])
      .transform(([page, role, at]): Place => ({ page, role, at })),
    z
      .tuple([z.literal('next'), key, key, cursor])
      .transform(([page, role, competency, at]): Place => ({ page, role, competency, at })),
    z
      .tuple([z.literal('compare'), key, key, key, cursor])
      .transform(([page, from, to, competency, at]): Place => {
        return { page, from, to, competency, at };
      }),
    z
      .tuple([z.literal('compare'), key, key, cursor])
      .transform(([page, from, to, at]): Place => ({ page, from, to, at })),
    z.tuple([z.literal('about'), cursor]).transform(([page, at]): Place => ({ page, at })),
  ]),
);

/** Reads a place back from a button; throws UnreadableError for anything else. */
export function decodePlace(text: unknown): Place {
  return readSlackValue(placeSchema, text);
}

/** The place that a block's id names, if it names one. */
export function placeOfBlock(blockId: string): Place | undefined {
  return placeSchema.safeParse(blockId).data;
}
