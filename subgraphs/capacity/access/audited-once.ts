import type { AuditAction } from '../../../platform/audit/audit-trail.js';
import { HubError } from '../../../platform/errors/errors.js';
import type { IdempotentAnswer, IdempotentRequest } from '../../../platform/idempotency/idempotency.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import type { CapacityContext, ChangeOptions } from '../context.js';
import type { CapacityServices } from '../services.js';

/** Things of one type, by their ids. */
export interface Things {
  readonly objectType: 'Case' | 'Hold' | 'WaitlistEntry' | 'SavedSearch';
  readonly ids: readonly string[];
}

/** A change that is written down. */
export interface AuditedChange<A> {
  readonly request: IdempotentRequest;
  readonly options?: ChangeOptions;
  readonly action: AuditAction;
  /** What is asked for by its identifiers. */
  readonly asked: Things;
  /** What the change makes new. */
  readonly made?: (answer: A) => Things;
}

/**
 * Does the work of a change once, and writes down in its transaction what was changed and made. That it was refused, because what is
 * asked for is not there or not the caller's, or that it failed, is written down with the request.
 */
export async function auditedOnce<A>(
  context: CapacityContext,
  { request, options = {}, action, asked, made }: AuditedChange<A>,
  work: (services: CapacityServices) => Promise<A>,
): Promise<IdempotentAnswer<A>> {
  const access = { action, objectType: asked.objectType, ids: asked.ids.filter(isUuid) };
  try {
    return await context.once(request, options, async (services, trail) => {
      const answer = await work(services);
      trail.note({ ...access, isGranted: true });
      if (made) trail.note({ action: 'C', ...made(answer), isGranted: true });
      return answer;
    });
  } catch (error) {
    if (isNotFound(error) || !(error instanceof HubError)) context.audit.note({ ...access, isGranted: false });
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof HubError && [error.code, error.parameters['reason']].includes('NOT_FOUND');
}
