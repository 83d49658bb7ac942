/** Something a person cannot do: the JSON API answers 400 with its message. */
export class CannotDo extends Error {}
