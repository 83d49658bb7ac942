import type { Refusal } from '../../contract.js';

const most = 5;

/** Lists what Slack would have refused. A correct app has none, so this comes first and in red. */
export function Refusals({ refusals }: { refusals: Refusal[] }) {
  return (
    <section class="card card--refusals" aria-labelledby="refusals-heading">
      <h2 id="refusals-heading">
        {refusals.length === 1 ? 'Slack refused a call' : `Slack refused ${refusals.length} calls`}
      </h2>
      <ol>
        {refusals
          .slice(-most)
          .reverse()
          .map((one) => (
            <li key={one.id}>
              <b>{one.where}</b>: {one.error}
              <ul>
                {one.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </li>
          ))}
      </ol>
    </section>
  );
}
