import { HubError } from '../../../../../platform/errors/errors.js';
import type { Caller } from '../../../../../platform/identity/caller.js';
import { remark } from '../../../../../platform/input/free-text.js';
import { isUuid } from '../../../../../platform/input/identifiers.js';
import { assertMayStep } from '../../../../../platform/policy/lifecycle.js';
import { sightOf } from '../../../access/sight.rules.js';
import type { GuideService } from '../../../guides/guide.service.js';
import { assertMeetingLength } from '../../../common-times/meeting-length.rules.js';
import { agreed, assertAhead, seatsOf, themeSessionLifecycle } from '../theme-session.rules.js';
import type { ThemeCancelReason, ThemeOutcome } from '../theme-session.vocabulary.js';
import type { Seats, ThemeSeatsStore } from './theme-seats.store.js';
import type { LockedSession, NewThemeSession, ThemeSessionStore } from './theme-session.store.js';

/** Which session is meant, as it was when it was read. */
export interface ReadSession {
  readonly sessionId: string;
  readonly version: number;
}

/** A session as a broker asks for it, of the own region. */
export type AskedSession = Omit<NewThemeSession, 'region'> & Seats;

interface Parts {
  readonly store: ThemeSessionStore;
  readonly seats: ThemeSeatsStore;
  readonly now: () => Promise<Date>;
}

const { steps } = themeSessionLifecycle;
const longestSummary = 500;

/** What the brokers of a region do with its theme tables, in the transaction of the request. */
export function themeSessionService({ store, seats, now }: Parts) {
  /** Throws FORBIDDEN, NOT_FOUND, VERSION_CONFLICT or STATE_CONFLICT. */
  const begin = async (
    caller: Caller,
    { sessionId, version }: ReadSession,
    name: keyof typeof steps,
  ): Promise<LockedSession> => {
    assertMayStep(caller, steps[name]);
    const locked = isUuid(sessionId) ? await store.lock(caller, sessionId) : null;
    if (!locked) throw new HubError('NOT_FOUND');
    if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
    if (!steps[name].from.includes(locked.state)) throw new HubError('STATE_CONFLICT', { state: locked.state });
    return locked;
  };

  /** Throws NOT_FOUND for whom the caller may not find, PARTICIPANT_NOT_FREE for who is away or sits elsewhere then. */
  const seat = async (sessionId: string, asked: Seats): Promise<void> => {
    const found = await seats.lockPeople(sessionId, asked.participantIds);
    if (found.length < asked.participantIds.length) throw new HubError('NOT_FOUND');
    if (found.some(({ isThere }) => !isThere)) throw new HubError('PARTICIPANT_NOT_FREE');
    await seats.seat(sessionId, asked);
  };

  return {
    /** About a theme that the region keeps in its guide. Throws BAD_USER_INPUT, NOT_FOUND or PARTICIPANT_NOT_FREE: then nothing is planned. */
    async plan(caller: Caller, asked: AskedSession, guides: Pick<GuideService, 'theme'>): Promise<string> {
      const { themeCode, plannedAt, minutes, hostOrganisationId } = asked;
      const { region } = sightOf(caller);
      if (region === null || !guides.theme(region, themeCode)) throw new HubError('NOT_FOUND');
      assertMeetingLength(minutes);
      assertAhead(plannedAt, await now());
      const invited = seatsAsked(asked);
      const hosts = hostOrganisationId === null ? [] : seatsOf('hostOrganisationId', [hostOrganisationId]);
      const organisations = [...new Set([...invited.organisationIds, ...hosts])];
      if ((await seats.countOrganisations(organisations)) < organisations.length) throw new HubError('NOT_FOUND');
      const id = await store.add({ region, themeCode, plannedAt, minutes, hostOrganisationId });
      await seat(id, invited);
      return id;
    },

    /** Throws BAD_USER_INPUT, or CONTAINS_BSN or CONTAINS_PERSONAL_DATA for a text that is about somebody. */
    async record(
      caller: Caller,
      read: ReadSession,
      outcomes: readonly ThemeOutcome[],
      summary: string | null,
    ): Promise<void> {
      const { plannedAt } = await begin(caller, read, 'record');
      if (plannedAt > (await now())) throw new HubError('BAD_USER_INPUT', { field: 'sessionId', expected: '≤ 0 d' });
      await store.record(read.sessionId, agreed(outcomes), remark('summary', summary, longestSummary));
    },

    async cancel(caller: Caller, read: ReadSession, reason: ThemeCancelReason): Promise<void> {
      await begin(caller, read, 'cancel');
      await store.cancel(read.sessionId, reason);
    },
  };
}

/** Somebody is asked at the least. Throws BAD_USER_INPUT. */
function seatsAsked({ participantIds, organisationIds }: Seats): Seats {
  if (participantIds.length + organisationIds.length === 0)
    throw new HubError('BAD_USER_INPUT', { field: 'participantIds', expected: '≥ 1' });
  return {
    participantIds: seatsOf('participantIds', participantIds),
    organisationIds: seatsOf('organisationIds', organisationIds),
  };
}
