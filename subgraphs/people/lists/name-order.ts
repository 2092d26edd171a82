import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { pageRequest, type PageArgs, type PageRequest } from '../../../platform/paging/pages.js';
import { searchText } from './search.rules.js';

/** A row of a list by name. Its sort name has no capitals; equal names stand in the order of their ids. */
interface NamedRow extends ObjectLiteral {
  readonly id: string;
  readonly sortName: string;
}

/** What the cursor of a list by name holds. */
export function nameSortValues({ sortName, id }: NamedRow): readonly string[] {
  return [sortName, id];
}

/** Checks the arguments of a page of a list by name. Throws PAGE_TOO_LARGE or CURSOR_INVALID. */
export function namePageRequest(args: PageArgs): PageRequest {
  const page = pageRequest(args, 2);
  if (page.after !== null && !isUuid(page.after[1] ?? '')) throw new HubError('CURSOR_INVALID');
  return page;
}

/** Narrows a query to one page by name; its rows go by the alias `item`. */
export function pageByName<R extends NamedRow>(query: SelectQueryBuilder<R>, page: PageRequest): SelectQueryBuilder<R> {
  query.orderBy('item.sortName').addOrderBy('item.id').limit(page.limit);
  if (page.after === null) return query;
  const [name = '', id] = page.after;
  return query.andWhere('(item.sortName, item.id) > (:afterName, :afterId)', {
    afterName: searchText(name),
    afterId: id,
  });
}
