// How a hook answers the Slack CLI: JSON on standard output, between boundaries if the CLI names one.

/**
 * Prints a hook's answer.
 * @param {unknown} answer
 * @param {string[]} words what the hook was called with
 */
export function respond(answer, words = process.argv.slice(2)) {
  const option = words.find((word) => word.startsWith('--boundary='));
  const boundary = option?.slice('--boundary='.length) ?? '';
  console.log(`${boundary}${JSON.stringify(answer)}${boundary}`);
}
