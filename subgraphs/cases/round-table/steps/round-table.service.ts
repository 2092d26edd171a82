import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayStep } from '../../../../platform/policy/lifecycle.js';
import { pastMoment } from '../../lists/moments.rules.js';
import { assertInstitutionInvited, decided, plannedMoment, roundTableLifecycle, seats } from '../round-table.rules.js';
import type { LockedRoundTable, NewRoundTable, RoundTableStore } from '../round-table.store.js';
import type { TableCancelReason, TableDecision } from '../round-table.vocabulary.js';
import type { tableSubjects } from './table-subject.service.js';

interface Parts {
  readonly tables: RoundTableStore;
  readonly subjects: ReturnType<typeof tableSubjects>;
}

/** Which round table is changed, as it was when it was read. */
export interface ReadTable {
  readonly roundTableId: string;
  readonly version: number;
}

/** What was told of a table that was held; what is null stays as it was planned. */
export interface ToldTable {
  readonly heldAt: Date | null;
  readonly participantIds: readonly string[] | null;
  readonly organisationIds: readonly string[] | null;
  readonly areParentsPresent: boolean;
  readonly decisions: readonly TableDecision[];
}

/** What the owner of a case and its brokers do with round tables, in the transaction of the request. */
export function roundTableService({ tables, subjects }: Parts) {
  /** Throws FORBIDDEN, NOT_FOUND, CASE_RESTRICTED, VERSION_CONFLICT or STATE_CONFLICT. */
  const begin = async (caller: Caller, { roundTableId, version }: ReadTable, step: 'hold' | 'cancel') => {
    assertMayStep(caller, roundTableLifecycle.steps[step]);
    const locked = isUuid(roundTableId) ? await tables.lock(caller, roundTableId) : null;
    if (!locked) throw new HubError('NOT_FOUND');
    await subjects.assertMayWork(caller, locked);
    if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
    if (!roundTableLifecycle.steps[step].from.includes(locked.state))
      throw new HubError('STATE_CONFLICT', { state: locked.state });
    return locked;
  };

  return {
    /** Throws INSTITUTION_NOT_INVITED besides what the subject is refused for. */
    async plan(caller: Caller, asked: NewRoundTable): Promise<string> {
      const isInvolved = (await subjects.plan(caller, asked)) || asked.isInstitutionInvolved;
      assertInstitutionInvited(isInvolved, asked.isInstitutionInvited);
      return tables.add({
        ...asked,
        isInstitutionInvolved: isInvolved,
        plannedAt: plannedMoment(asked.plannedAt, await tables.now()),
        participantIds: seats('participantIds', asked.participantIds),
        organisationIds: seats('organisationIds', asked.organisationIds),
      });
    },

    async hold(caller: Caller, read: ReadTable, told: ToldTable): Promise<LockedRoundTable> {
      const locked = await begin(caller, read, 'hold');
      await tables.hold(locked.id, {
        ...locked,
        heldAt: pastMoment('heldAt', told.heldAt ?? locked.now, locked.now),
        participantIds: seats('participantIds', told.participantIds ?? locked.participantIds),
        organisationIds: seats('organisationIds', told.organisationIds ?? locked.organisationIds),
        areParentsPresent: told.areParentsPresent,
        decisions: decided(told.decisions),
      });
      if (locked.consultationId !== null) await subjects.held(caller, locked.consultationId, locked.kind);
      return locked;
    },

    async cancel(caller: Caller, read: ReadTable, reason: TableCancelReason): Promise<LockedRoundTable> {
      const locked = await begin(caller, read, 'cancel');
      await tables.cancel(locked.id, reason);
      return locked;
    },
  };
}
