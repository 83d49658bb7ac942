/** What stands below a message of a review that takes nothing any more. */
export const closedLine = 'This review is over.';
