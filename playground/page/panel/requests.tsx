import type { ApiCall, AppRequest } from '../../contract.js';
import { useRoom } from '../live/room.js';
import { Avatar } from '../people/avatar.js';

const most = 14;

const kinds: Record<AppRequest['kind'], string> = {
  command: 'command',
  block_actions: 'action',
  view_submission: 'submit',
  view_closed: 'closed',
  block_suggestion: 'options',
  shortcut: 'shortcut',
  message_action: 'shortcut',
  event: 'event',
};

const outcomes: Record<AppRequest['outcome'], string> = {
  pending: 'waiting',
  acked: '',
  failed: 'failed',
  timeout: 'no answer',
  unreachable: 'not reached',
};

/**
 * Lists Slack's requests to the app, newest first, with the time of the answer, and the app's
 * calls.
 */
export function Requests({ requests, calls }: { requests: AppRequest[]; calls: ApiCall[] }) {
  return (
    <section class="card" aria-labelledby="requests-heading">
      <h2 id="requests-heading">Slack asked the app</h2>
      {requests.length === 0 && <p class="card-note">Nothing yet.</p>}
      <ol class="requests">
        {requests
          .slice(-most)
          .reverse()
          .map((one) => (
            <RequestLine key={one.id} request={one} />
          ))}
      </ol>
      <details class="calls">
        <summary>The app called Slack ({calls.length})</summary>
        <ol class="requests">
          {calls
            .slice(-most)
            .reverse()
            .map((one) => (
              <li key={one.id} class={`request request--${one.ok ? 'acked' : 'failed'}`}>
                <span class="request-what">{one.method}</span>
                <span class="request-end">{one.error ?? 'ok'}</span>
              </li>
            ))}
        </ol>
      </details>
    </section>
  );
}

function RequestLine({ request }: { request: AppRequest }) {
  const { person } = useRoom();
  const who = request.as ? person(request.as) : undefined;
  const { status } = request;
  const bad = request.outcome !== 'acked' && status !== undefined ? ` ${status}` : '';
  return (
    <li class={`request request--${request.outcome}`}>
      <span class="request-kind">{kinds[request.kind]}</span>
      <span class="request-what" title={request.what}>
        {request.what}
      </span>
      <span class="request-who">
        {request.retry > 0 && `retry ${request.retry} `}
        {who && <Avatar person={who} size={16} />}
        {who && <span class="unseen">{who.name}</span>}
      </span>
      <span class="request-end">
        {outcomes[request.outcome]}
        {bad}
        {request.outcome === 'acked' &&
          request.ackMs !== undefined &&
          `${Math.round(request.ackMs)} ms`}
      </span>
    </li>
  );
}
