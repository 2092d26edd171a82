import { HubError } from '../../../../platform/errors/errors.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertHours, assertPeriod } from '../../availability/hours.rules.js';
import type { BookingStore } from '../booking/booking.store.js';
import { assertCandidates, assertFrom, longestDays } from '../booking/candidates.js';
import type { DeploymentReadModel } from '../read/deployment.read-model.js';
import type { DeploymentActionKind, DeploymentEndReason } from '../deployment.vocabulary.js';
import type { DeploymentActionStore } from './deployment-action.store.js';
import type { DeploymentStepsStore, LockedDeployment } from './deployment-steps.store.js';

/** Which deployment is changed, as it was when it was read. */
export interface Read {
  readonly deploymentId: string;
  readonly version: number;
}

interface Stores {
  readonly actions: DeploymentActionStore;
  readonly booking: BookingStore;
  readonly deployments: DeploymentReadModel;
  readonly steps: DeploymentStepsStore;
}

/**
 * What becomes of duos, in the transaction of the request. Each step throws NOT_FOUND, VERSION_CONFLICT or STATE_CONFLICT; for whoever
 * cannot go NOT_A_TEAM_MEMBER, PROFESSIONAL_ABSENT, NO_HOURS_LEFT or ALREADY_IN_DUO.
 */
export function deploymentStepsService({ actions, booking, deployments, steps }: Stores) {
  const lock = async (caller: Caller, { deploymentId, version }: Read): Promise<LockedDeployment> => {
    const locked = isUuid(deploymentId) ? await steps.lock(caller, deploymentId) : null;
    if (!locked) throw new HubError('NOT_FOUND');
    if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
    if (locked.endedOn !== null || locked.toOn < locked.today) throw new HubError('STATE_CONFLICT', { state: 'ENDED' });
    return locked;
  };

  return {
    async end(caller: Caller, read: Read, endedOn: string | null, reason: DeploymentEndReason): Promise<void> {
      const { id, fromOn, toOn, today } = await lock(caller, read);
      const dayBefore = previousDay(fromOn);
      const on = endedOn ?? (fromOn > today ? dayBefore : today);
      if (on < dayBefore || on > toOn)
        throw new HubError('BAD_USER_INPUT', { field: 'endedOn', expected: `${dayBefore} … ${toOn}` });
      await steps.end(id, on, reason);
    },

    async extend(caller: Caller, read: Read, newEnd: string): Promise<void> {
      const { id, fromOn, toOn } = await lock(caller, read);
      if (newEnd <= toOn) throw new HubError('BAD_USER_INPUT', { field: 'toOn', expected: `> ${toOn}` });
      assertPeriod(fromOn, newEnd, longestDays);
      const row = (await deployments.findByIds(caller, [id])).get(id);
      const going = (row?.members ?? [])
        .filter((member) => member.toOn === toOn)
        .map(({ professionalId }) => professionalId);
      await assertCandidates(booking, row?.teamId ?? '', going, { fromOn: toOn, toOn: newEnd });
      await steps.extend(id, newEnd);
    },

    async swap(caller: Caller, read: Read, leavingId: string, joiningId: string, from: string | null): Promise<void> {
      const { id, teamId, fromOn, toOn, today } = await lock(caller, read);
      const earliest = fromOn > today ? fromOn : today;
      const on = from ?? earliest;
      assertFrom('fromOn', on, earliest);
      if (on > toOn) throw new HubError('BAD_USER_INPUT', { field: 'fromOn', expected: `${earliest} … ${toOn}` });
      if (!isUuid(leavingId) || !(await steps.goes(id, leavingId, on))) throw new HubError('NOT_FOUND');
      await assertCandidates(booking, teamId, [joiningId], { fromOn: on, toOn });
      if (await steps.goes(id, joiningId, on)) throw new HubError('ALREADY_IN_DUO');
      await steps.swap(id, leavingId, joiningId, on);
    },

    /** Throws BAD_USER_INPUT for a day on which the duo was not there. */
    async recordAction(
      caller: Caller,
      id: string,
      kind: DeploymentActionKind,
      doneOn: string,
      hours: number,
    ): Promise<void> {
      assertHours('hours', hours);
      const row = isUuid(id) ? (await deployments.findByIds(caller, [id])).get(id) : undefined;
      if (!row) throw new HubError('NOT_FOUND');
      const last = row.endedOn ?? row.toOn;
      const today = await booking.today();
      if (doneOn < row.fromOn || doneOn > last || doneOn > today)
        throw new HubError('BAD_USER_INPUT', {
          field: 'doneOn',
          expected: `${row.fromOn} … ${last < today ? last : today}`,
        });
      await actions.add(id, kind, doneOn, hours);
    },
  };
}

function previousDay(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
