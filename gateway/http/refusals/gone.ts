import type { FastifyReply } from 'fastify';

/** Whether the client has hung up already: its connection then tells of its end no more. */
export function hasGone({ raw }: FastifyReply): boolean {
  return raw.destroyed || raw.closed;
}

/** Fires when the client hangs up before it has its answer; has fired where it did so before. */
export function gone(reply: FastifyReply): AbortSignal {
  if (hasGone(reply)) return AbortSignal.abort();
  const { raw } = reply;
  const abort = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) abort.abort();
  });
  return abort.signal;
}
