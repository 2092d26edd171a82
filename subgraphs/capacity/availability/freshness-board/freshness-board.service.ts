import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import { findRegion } from '../../../../vocabulary/places/region.js';
import type { BoardLine, BoardQuestion, FreshnessBoardReadModel } from './freshness-board.read-model.js';
import { boardScope, firstDayOf } from './freshness-board.rules.js';

/** Who keeps its figures up to date, and who does not. */
export function freshnessBoardService(readModel: FreshnessBoardReadModel) {
  return {
    /** Throws NOT_FOUND for a region that does not exist or is not the caller's, BAD_USER_INPUT, CURSOR_INVALID. */
    async findPage(caller: Caller, regionKey: string, month: string | null, page: PageRequest): Promise<BoardLine[]> {
      const region = findRegion(regionKey);
      const scope = region && boardScope(caller, region);
      if (!region || !scope) throw new HubError('NOT_FOUND');
      return readModel.findLines({
        municipalityCodes: region.municipalityCodes,
        firstDay: firstDayOf(month),
        organisationId: scope.organisationId,
        after: afterOf(page),
        limit: page.limit,
      });
    },
  };
}

/** The sort values of a line of the board. */
export function boardSortValues({ daysWithoutUpdate, organisationId }: BoardLine): readonly string[] {
  return [String(daysWithoutUpdate), organisationId];
}

function afterOf({ after }: PageRequest): BoardQuestion['after'] {
  if (after === null) return null;
  const [days = '', organisationId = ''] = after;
  if (!/^[0-9]{1,2}$/.test(days) || !isUuid(organisationId)) throw new HubError('CURSOR_INVALID');
  return [Number(days), organisationId];
}
