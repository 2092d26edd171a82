import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { assertMayStep } from '../../../../platform/policy/lifecycle.js';
import { belongsTo } from '../../access/visibility.rules.js';
import { caseLifecycle, type CaseStep } from '../case-lifecycle.rules.js';
import type { CasePlaceStore } from '../whereabouts/case-place.store.js';
import type { CaseRow } from '../case.entity.js';
import type { ClosingReason } from '../case.vocabulary.js';
import { knowsWhereabouts } from '../whereabouts/restriction.rules.js';
import type { CaseChangesStore } from './case-changes.store.js';
import { changedFacts, withGiven, type CaseFacts, type GivenFacts } from './case-facts.rules.js';
import type { CaseLocks, ReadCase } from './case-locks.js';
import type { CaseStepsStore, LockedCase } from './case-steps.store.js';
import { changedHolder, newHolder, type AskedHolder } from './hand-over.rules.js';

/** Facts as they were sent, with the home of the child; a postcode that is left out stays. */
export type GivenChanges = GivenFacts & { readonly postcode4?: string | null | undefined };

interface Parts {
  readonly locks: CaseLocks;
  readonly steps: CaseStepsStore;
  readonly places: CasePlaceStore;
  readonly changes: CaseChangesStore;
  readonly retentionDays: number;
}

const dayMs = 86_400_000;

/** What brokers and owners do with a case, in the transaction of the request. Each step throws NOT_FOUND or VERSION_CONFLICT. */
export function caseStepsService({ locks, steps, places, changes, retentionDays }: Parts) {
  const begin = async (caller: Caller, read: ReadCase, step: CaseStep): Promise<LockedCase> => {
    assertMayStep(caller, caseLifecycle.steps[step]);
    const locked = await locks.take(caller, read);
    if (!caseLifecycle.steps[step].from.includes(locked.status))
      throw new HubError('STATE_CONFLICT', { state: locked.status });
    return locked;
  };
  const next = ({ caseId, version }: ReadCase) => ({ caseId, version: version + 1 });

  return {
    /** Says anew what is known of the child; where nothing differs nothing is done. Throws CASE_CLOSED, ONLY_FOR_OWNER or BAD_USER_INPUT besides. */
    async change(caller: Caller, read: ReadCase, given: GivenChanges): Promise<void> {
      const file = await locks.takeOpen(caller, read);
      const facts = withGiven(file, given);
      const moves = given.postcode4 !== undefined && given.postcode4 !== (file.place?.postcode4 ?? null);
      const fields = [...changedFacts(file, facts), ...(moves ? ['postcode4'] : [])];
      assertMayChange(caller, file, facts, given.postcode4 !== undefined);
      if (fields.length === 0) return;
      // first where the child is: once a case is restricted, a broker may write that no more
      if (moves) await places.moveHome(file.id, given.postcode4 ?? null);
      await steps.writeFacts(file.id, facts);
      await changes.add({ ...next(read), kind: 'FACTS_CHANGED', fields });
    },

    /** At once, with everything that runs. Throws CASE_CLOSED, and what `newHolder` throws, besides. */
    async handOver(caller: Caller, read: ReadCase, asked: AskedHolder): Promise<void> {
      const file = await locks.takeOpen(caller, read);
      const holder = newHolder(caller, file, asked);
      const to = { toRegion: holder.region, toOrganisationId: holder.ownerOrganisationId };
      // first, for who hands it over sees it no more
      await changes.add({ ...next(read), kind: 'HANDED_OVER', fields: changedHolder(file, holder), ...to });
      if (holder.region !== file.region) await steps.tellThatLeft(file.id, file.region);
      await steps.handOver(file.id, holder.region, holder.ownerOrganisationId);
    },

    /** Throws STATE_CONFLICT or CASE_RUNNING besides. */
    async close(caller: Caller, read: ReadCase, reason: ClosingReason): Promise<void> {
      const { now } = await begin(caller, read, 'close');
      const { holds, referrals, duos } = await steps.running(read.caseId);
      if (holds + referrals + duos > 0) throw new HubError('CASE_RUNNING', { holds, referrals, duos });
      await steps.writeStatus(read.caseId, caseLifecycle.steps.close.to, now);
      await changes.add({ ...next(read), kind: 'CLOSED', reason });
    },

    /** For as long as the case is kept. Throws STATE_CONFLICT or RETENTION_OVER besides. */
    async reopen(caller: Caller, read: ReadCase): Promise<void> {
      const { now, closedAt } = await begin(caller, read, 'reopen');
      if (closedAt && now.getTime() - closedAt.getTime() > retentionDays * dayMs)
        throw new HubError('RETENTION_OVER', { days: retentionDays });
      await steps.writeStatus(read.caseId, caseLifecycle.steps.reopen.to, null);
      await changes.add({ ...next(read), kind: 'REOPENED' });
    },
  };
}

/** Throws ONLY_FOR_OWNER for what its owner alone says of a case, BAD_USER_INPUT for a restriction that nobody would be left to lift. */
function assertMayChange(caller: Caller, file: CaseRow, facts: CaseFacts, tellsHome: boolean): void {
  const isOwner = belongsTo(caller, file.ownerOrganisationId);
  const lifts = file.isRestricted && !facts.isRestricted;
  const isOwners = lifts || facts.ownReference !== file.ownReference || (tellsHome && !knowsWhereabouts(caller, file));
  if (isOwners && !isOwner) throw new HubError('ONLY_FOR_OWNER');
  assertHasOwner(facts, file.ownerOrganisationId);
}

/** Throws BAD_USER_INPUT for a case that would be restricted to nobody. */
export function assertHasOwner({ isRestricted }: Pick<CaseFacts, 'isRestricted'>, owner: string | null): void {
  if (isRestricted && owner === null)
    throw new HubError('BAD_USER_INPUT', { field: 'isRestricted', expected: 'ownerOrganisationId' });
}
