import type { Button } from '@slack/types';
import { ratingChart } from '../../domain/history/rating-history.js';
import type { RatingHistory } from '../../services/history/index.js';
import { type ButtonOptions, button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** Opens somebody's ratings over the cycles. */
export function openHistoryButton(personId: string, text: string, options?: ButtonOptions): Button {
  return button({ text, actionId: actionIds.open, value: personId, ...options });
}

/** The same as a message with charts, for one's own answer; nothing where there is too little to draw. */
export function chartButtons({ subject, cycles }: RatingHistory): Button[] {
  if (!ratingChart(cycles, 'self') && !ratingChart(cycles, 'manager')) return [];
  return [button({ text: 'As a chart', actionId: actionIds.chart, value: subject.id })];
}
