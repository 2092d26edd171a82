import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { narrowingMunicipality } from '../lists/search.rules.js';
import { assertMeetingLength } from './meeting-length.rules.js';
import type { CommonTimesReadModel, FoundTimes, SoughtTime } from './common-times.read-model.js';

const [mostPeople, mostDays, mostMoments] = [20, 62, 20];
const dayMs = 86_400_000;

/** Seeks a time that all participants have. */
export function commonTimesService({
  readModel,
  now,
}: {
  readonly readModel: CommonTimesReadModel;
  readonly now: () => Promise<Date>;
}) {
  return {
    /** What lies behind is no time to meet. Throws BAD_USER_INPUT, UNKNOWN_MUNICIPALITY, or NOT_FOUND where the caller may not find one of them. */
    async find(caller: Caller, asked: SoughtTime): Promise<FoundTimes> {
      const professionalIds = peopleAsked(asked.professionalIds);
      const municipalityCode = narrowingMunicipality(asked.municipalityCode);
      assertBounds(asked);
      const moment = await now();
      const from = asked.from < moment ? moment : asked.from;
      const found = await readModel.find(caller, { ...asked, professionalIds, municipalityCode, from });
      if (found.known < professionalIds.length) throw new HubError('NOT_FOUND');
      return found;
    },
  };
}

function peopleAsked(ids: readonly string[]): string[] {
  const once = [...new Set(ids)];
  if (once.length === 0 || ids.length > mostPeople)
    throw new HubError('BAD_USER_INPUT', { field: 'professionalIds', expected: `1–${mostPeople}` });
  if (!once.every(isUuid)) throw new HubError('NOT_FOUND');
  return once;
}

function assertBounds({ from, until, minutes, first }: SoughtTime): void {
  const days = (until.getTime() - from.getTime()) / dayMs;
  if (!(days > 0 && days <= mostDays))
    throw new HubError('BAD_USER_INPUT', { field: 'until', expected: `from + 0–${mostDays} d` });
  assertMeetingLength(minutes);
  if (first < 1 || first > mostMoments)
    throw new HubError('BAD_USER_INPUT', { field: 'first', expected: `1–${mostMoments}` });
}
