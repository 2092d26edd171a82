import { HubError } from '../errors/errors.js';
import { isUuid } from '../input/identifiers.js';
import { pageRequest, type PageRequest } from './pages.js';

const instant = /^[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/;

/** The arguments of a list in order of time; its cursors hold an instant and an id. Throws PAGE_TOO_LARGE or CURSOR_INVALID. */
export function timePage(args: { first: number; after: string | null | undefined }): PageRequest {
  const page = pageRequest(args, 2);
  const [at = '', id = ''] = page.after ?? [];
  if (page.after && !(isInstant(at) && isUuid(id))) throw new HubError('CURSOR_INVALID');
  return page;
}

/** Whether a text is an instant as a cursor of ours writes it. The parser turns 30 February into 2 March; PostgreSQL refuses it. */
function isInstant(text: string): boolean {
  const at = new Date(text);
  return instant.test(text) && !Number.isNaN(at.getTime()) && at.toISOString() === text;
}
