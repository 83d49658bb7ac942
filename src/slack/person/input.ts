import { z } from 'zod';
import { metadata } from '../ui/metadata.js';

/** What the form leads to once it is saved. */
export const aboutYouMetadata = metadata(z.object({ goOn: z.literal('check_in').optional() }), {
  none: {},
});
