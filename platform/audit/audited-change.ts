import { HubError } from '../errors/errors.js';
import type { IdempotentAnswer, IdempotentRequest } from '../idempotency/idempotency.js';
import { isUuid } from '../input/identifiers.js';
import type { AuditAction, AuditTrail, Grounds } from './audit-trail.js';

/** What a mutation works with: services within its transaction, and the trail of its request. */
export interface ChangingContext<S> {
  readonly audit: AuditTrail;
  /** Does the work as a whole or not at all, once for each key of the caller. What it gives must survive JSON. */
  readonly once: <A>(request: IdempotentRequest, work: (services: S) => Promise<A>) => Promise<IdempotentAnswer<A>>;
}

/** What a mutation sets out to do. */
export interface Change {
  readonly action: AuditAction;
  readonly objectType: string;
  /** What it was asked about: noted when it is refused, for then nothing else is there to name. */
  readonly subjectId: string;
  readonly grounds?: Grounds;
}

/** What a mutation gives: an answer that survives JSON, and by their type the objects that it made or changed. */
export interface Changed<A> {
  readonly answer: A;
  readonly changed: Readonly<Record<string, readonly string[]>>;
}

/** Does the work of a mutation once for each key of the caller, and notes what it changed, or that it was refused or failed. */
export async function auditedChange<S, A>(
  { audit, once }: ChangingContext<S>,
  { action, objectType, subjectId, grounds }: Change,
  request: IdempotentRequest,
  work: (services: S) => Promise<Changed<A>>,
): Promise<IdempotentAnswer<A>> {
  try {
    const { answer, isReplay } = await once(request, work);
    if (!isReplay)
      for (const [type, ids] of Object.entries(answer.changed))
        audit.note({ action, objectType: type, ids, isGranted: true, grounds });
    return { answer: answer.answer, isReplay };
  } catch (error) {
    if (isUuid(subjectId)) {
      const isLacking = error instanceof HubError && error.code === 'CONSENT_MISSING';
      const lacking = isLacking ? { ...grounds, hasConsent: false } : undefined;
      audit.note({ action, objectType, ids: [subjectId], isGranted: false, grounds: lacking });
    }
    throw error;
  }
}
