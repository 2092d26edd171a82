import type { Caller } from '../../../platform/identity/caller.js';
import { HubError } from '../../../platform/errors/errors.js';
import { pageSize } from '../../../platform/paging/pages.js';
import type { NeedFields } from '../../../vocabulary/need.js';
import type { offerStore } from '../offer/offer.store.js';
import { toOffer } from '../offer/offer.type.js';
import { ExclusionCode } from './reasons/criteria.rules.js';
import { needMark } from './need/need.rules.js';
import { readOptionCursor, writeOptionCursor } from './option-cursor.js';
import type { Option, OptionConnection } from './option.type.js';
import type { OptionsReadModel, SearchResult } from './options.read-model.js';
import { reasonsFor } from './reasons/reasons.rules.js';

export interface OptionSearch {
  readonly need: NeedFields;
  readonly first: number;
  readonly after: string | null | undefined;
  /** The case that it is for; null where it belongs to none. */
  readonly caseId: string | null;
  /** Whether a postcode area that does not exist is refused, or searched without distances. */
  readonly mustKnowPostcodes: boolean;
}

/** Finds the options for a need, page by page, all pages evaluated at the instant of the first. */
export function optionsService(options: OptionsReadModel, offers: ReturnType<typeof offerStore>) {
  return {
    /** Throws PAGE_TOO_LARGE, CURSOR_INVALID and UNKNOWN_POSTCODE. */
    async find(caller: Caller, { need, mustKnowPostcodes, ...page }: OptionSearch): Promise<OptionConnection> {
      const mark = needMark(need);
      const first = pageSize(page.first);
      const cursor = page.after == null ? null : readOptionCursor(page.after, mark);
      const result = await options.search(need, cursor, first + 1);
      if (result.isAhead) throw new HubError('CURSOR_INVALID');
      if (mustKnowPostcodes) checkPostcodes(result);
      const rows = await offers.findByIds(
        caller,
        result.options.map(({ offerId }) => offerId),
      );
      const edges = result.options.slice(0, first).flatMap((facts, index): Option[] => {
        const row = rows.get(facts.offerId);
        if (!row) return [];
        const { rank, distanceToHomeKm, distanceToSchoolKm, sortKey } = facts;
        const previous = index === 0 ? (cursor?.sortKey ?? null) : (result.options[index - 1]?.sortKey ?? null);
        const reasons = reasonsFor(need, row, facts, previous);
        const after = writeOptionCursor({ evaluatedAt: result.evaluatedAt, rank, sortKey }, mark);
        return [
          {
            cursor: after,
            rank,
            distanceToHomeKm,
            distanceToSchoolKm,
            reasons,
            node: toOffer(row, facts.availability),
          },
        ];
      });
      return toConnection(result, edges, cursor !== null, result.options.length > first);
    },
  };
}

function checkPostcodes({ isHomeKnown, isSchoolKnown }: SearchResult): void {
  if (!isHomeKnown) throw new HubError('UNKNOWN_POSTCODE', { field: 'need.nearPostcode4' });
  if (!isSchoolKnown) throw new HubError('UNKNOWN_POSTCODE', { field: 'need.schoolPostcode4' });
}

function toConnection(
  result: SearchResult,
  edges: Option[],
  hasPreviousPage: boolean,
  hasNextPage: boolean,
): OptionConnection {
  return {
    evaluatedAt: new Date(result.evaluatedAt),
    organisationsConsidered: result.organisationsConsidered,
    offersConsidered: result.offersConsidered,
    totalCount: result.optionsFound,
    edges,
    excluded: ExclusionCode.codes.flatMap((code) =>
      result.excluded
        .filter((group) => group.code === code)
        .map((group) => ({ ...group, text: ExclusionCode.dutch[code] })),
    ),
    missing: result.missing.map(({ organisationId, lastReportAt, hasStale }) => ({
      organisationId,
      organisation: { id: organisationId },
      reason: hasStale ? 'STALE' : 'UNKNOWN',
      lastReportAt,
    })),
    unmet: { searchedOn: result.searchedOn, rungs: result.unmet },
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
