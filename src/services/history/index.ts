export {
  type HistoryReading,
  type HistoryRefusal,
  type RatingHistory,
  readHistory,
} from './history.js';
