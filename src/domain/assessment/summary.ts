/** A manager's text about the whole, on the last page of an assessment. */
export interface Summary {
  summary: string;
  /** When the text was last edited, by the requests' clock; undefined before the first edit. */
  editedAt: Date | undefined;
}
