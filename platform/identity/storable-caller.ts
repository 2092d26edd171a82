import { isUnwritable } from '../input/free-text.js';
import { isUuid } from '../input/identifiers.js';
import type { Caller, Role } from './caller.js';
import type { Purpose } from './purpose.js';

/** Who asks, as a database can keep it. */
export interface StorableCaller {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly organisation: string | null;
  readonly region: string | null;
  readonly professional: string | null;
  readonly accessPoint: string;
  readonly purpose: Purpose;
}

/** A text that PostgreSQL cannot keep, or that is no identifier, is left out: it gives no right and hides nobody. */
export function storableCaller({
  subject,
  roles,
  organisationId,
  region,
  professionalId,
  accessPoint,
  purpose,
}: Caller): StorableCaller {
  return {
    subject: isUnwritable(subject) ? '?' : subject,
    roles,
    organisation: organisationId !== null && isUuid(organisationId) ? organisationId : null,
    region: region !== null && isUnwritable(region) ? null : region,
    professional: professionalId != null && isUuid(professionalId) ? professionalId : null,
    accessPoint: isUnwritable(accessPoint) ? '?' : accessPoint,
    purpose,
  };
}
