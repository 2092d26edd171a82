import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayBegin, assertMayWork } from '../../access/work.rules.js';
import type { CaseReadModel } from '../../case/reading/case.read-model.js';
import { consultationLifecycle, type ConsultationStep } from '../../consultation/consultation-lifecycle.rules.js';
import type { ConsultationStepsStore, LockedConsultation } from '../../consultation/steps/consultation-steps.store.js';
import { isInstitutionInvolved } from '../round-table.rules.js';
import type { RoundTableKind } from '../round-table.vocabulary.js';

interface Stores {
  readonly cases: CaseReadModel;
  readonly consultations: ConsultationStepsStore;
}

/** What a round table is about: a case, or a consultation, which moves with it. */
export interface AskedSubject {
  readonly caseId: string | null;
  readonly consultationId: string | null;
}

/** Opens what a round table is about to who works on it. Throws NOT_FOUND, CASE_CLOSED, CASE_RESTRICTED, STATE_CONFLICT or BAD_USER_INPUT. */
export function tableSubjects({ cases, consultations }: Stores) {
  const openConsultation = async (caller: Caller, id: string): Promise<LockedConsultation> => {
    const locked = isUuid(id) ? await consultations.lock(caller, id) : null;
    if (!locked) throw new HubError('NOT_FOUND');
    return locked;
  };

  return {
    /** Whether a certified institution is involved, by what the case or the consultation says; the consultation goes on to a planned table. */
    async plan(caller: Caller, { caseId, consultationId }: AskedSubject): Promise<boolean> {
      if ((caseId === null) === (consultationId === null))
        throw new HubError('BAD_USER_INPUT', { field: 'caseId', expected: 'caseId ⊕ consultationId' });
      if (consultationId !== null) {
        const locked = await openConsultation(caller, consultationId);
        await move(consultations, locked, 'planTable');
        return locked.referrerKind === 'CERTIFIED_INSTITUTION';
      }
      const file = await cases.findOne(caller, caseId ?? '');
      assertMayBegin(caller, file);
      return isInstitutionInvolved(file);
    },

    /** A table about a restricted case is for its own organisation. Throws CASE_RESTRICTED. */
    async assertMayWork(caller: Caller, { caseId }: AskedSubject): Promise<void> {
      if (caseId !== null) assertMayWork(caller, await cases.findOne(caller, caseId));
    },

    /** Once a table was held, a consultation counts it; one that ended meanwhile stays as it is. */
    async held(caller: Caller, consultationId: string, kind: RoundTableKind): Promise<void> {
      const locked = await openConsultation(caller, consultationId);
      if (locked.status === 'CLOSED' || locked.status === 'ABANDONED') return;
      const counted = kind === 'ACCELERATION_TABLE' ? (['ACCELERATION_TABLE'] as const) : [];
      const interventions = [...new Set([...locked.interventions, ...counted])];
      const isStep = consultationLifecycle.steps.holdTable.from.includes(locked.status);
      await consultations.change(locked.id, { ...(isStep && { status: 'ROUND_TABLE_HELD' }), interventions });
    },
  };
}

/** A step that a consultation makes; standing there already it makes none. */
async function move(consultations: ConsultationStepsStore, locked: LockedConsultation, name: ConsultationStep) {
  const { from, to } = consultationLifecycle.steps[name];
  if (locked.status === to) return;
  if (!from.includes(locked.status)) throw new HubError('STATE_CONFLICT', { state: locked.status });
  await consultations.change(locked.id, { status: to });
}
