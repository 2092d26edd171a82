import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import { HubError } from '../../../platform/errors/errors.js';
import { storableCaller } from '../../../platform/identity/storable-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { isInstantText } from '../../../platform/paging/instant.js';
import { pageRequest, type PageArgs, type PageRequest } from '../../../platform/paging/pages.js';
import { sightOf } from '../access/visibility.rules.js';
import { CaseEventKind } from './case-event.vocabulary.js';
import { timelinePages } from './timeline.sql.js';

/** Something that happened with a case, as its own rows and the audit tell it. */
export interface CaseEventRow {
  readonly caseId: string;
  readonly kind: CaseEventKind;
  readonly at: Date;
  /** Identifier of what it was about. */
  readonly id: string;
  readonly byOrganisationId: string | null;
  readonly roles: readonly string[];
  readonly purpose: string | null;
  readonly organisationId: string | null;
  readonly codes: readonly string[];
  /** The instant to the microsecond, for cursors. */
  readonly sortedAt: string;
}

/** A page of a timeline. */
export interface TimelineRequest extends PageRequest {
  /** Whether who looked at the case is left out; a look that was refused is told all the same. */
  readonly withoutLooks: boolean;
}

/** Reads what happened with the cases that a caller may see. */
export function timelineReadModel(db: EntityManager) {
  return {
    /** The same page of each of several cases, the newest first, in one statement. */
    async findPages(
      caller: Caller,
      caseIds: readonly string[],
      { limit, after, withoutLooks }: TimelineRequest,
    ): Promise<Map<string, CaseEventRow[]>> {
      const { region, organisationId } = sightOf(caller);
      const [at = null, kind = null, id = null] = after ?? [];
      const who = [region, organisationId, storableCaller(caller).subject];
      const rows: CaseEventRow[] = await db.query(timelinePages, [caseIds, ...who, at, kind, id, limit, withoutLooks]);
      return groupBy(rows, ({ caseId }) => caseId);
    },
  };
}

/** The sort values of an event in the list above. */
export function eventSortValues({ sortedAt, kind, id }: CaseEventRow): readonly string[] {
  return [sortedAt, kind, id];
}

/** The arguments of a timeline. Throws PAGE_TOO_LARGE or CURSOR_INVALID. */
export function timelinePage(args: PageArgs): PageRequest {
  const page = pageRequest(args, 3);
  const [at = '', kind = '', id = ''] = page.after ?? [];
  const isKnown = CaseEventKind.codes.some((code) => code === kind);
  if (page.after && !(isInstantText(at) && isKnown && isUuid(id))) throw new HubError('CURSOR_INVALID');
  return page;
}
