import { HubError } from '../../../platform/errors.js';
import { isUuid } from '../../../platform/identifiers.js';
import { pageRequest, type PageArgs, type PageRequest } from '../../../platform/pages.js';
import { isInstantText } from '../instant.js';

/** The arguments of a list of holds; its cursors hold an instant and an id. Throws PAGE_TOO_LARGE or CURSOR_INVALID. */
export function holdPage(args: PageArgs): PageRequest {
  const page = pageRequest(args, 2);
  const [at = '', id = ''] = page.after ?? [];
  if (page.after && !(isInstantText(at) && isUuid(id))) throw new HubError('CURSOR_INVALID');
  return page;
}
