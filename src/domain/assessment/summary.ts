/** What a manager says about all of it, on the last page of an assessment. */
export interface Summary {
  summary: string;
  /** When they last typed, by the clock of the requests; undefined before the first time. */
  editedAt: Date | undefined;
}
