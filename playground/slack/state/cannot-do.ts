/** The person can't do this: the JSON API answers 400 with the message. */
export class CannotDo extends Error {}
