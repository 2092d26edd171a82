import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { pageRequest, type PageArgs, type PageRequest } from '../../../../platform/paging/pages.js';
import { isInstantText } from '../../../../platform/paging/instant.js';

/** The arguments of a list of holds; its cursors hold an instant and an id. Throws PAGE_TOO_LARGE or CURSOR_INVALID. */
export function holdPage(args: PageArgs): PageRequest {
  const page = pageRequest(args, 2);
  const [at = '', id = ''] = page.after ?? [];
  if (page.after && !(isInstantText(at) && isUuid(id))) throw new HubError('CURSOR_INVALID');
  return page;
}
