import type { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { LadderRung } from '../../../vocabulary/ladder.js';

/** What an offer says of where help is given. */
export interface PlacedOffer {
  readonly id: string;
  readonly organisationId: string;
  readonly rung: LadderRung;
  readonly homeRung: LadderRung | null;
}

/** Where a child comes into the home of a family. */
const familyRungs: readonly LadderRung[] = ['COMMUNITY_SUPPORT', 'KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME'];

/** The offers among these that are families, which may know who looked at them; how a provider looks at its own is no news to it. */
export function familiesAmong({ organisationId }: Caller, offers: readonly PlacedOffer[]): string[] {
  return offers.filter((offer) => offer.organisationId !== organisationId && isFamily(offer)).map(({ id }) => id);
}

/** Writes down which families somebody was shown. */
export function noteFamilies(audit: AuditTrail, caller: Caller, offers: readonly PlacedOffer[]): void {
  audit.read('FamilyOffer', familiesAmong(caller, offers));
}

function isFamily({ rung, homeRung }: PlacedOffer): boolean {
  return familyRungs.includes(rung === 'TAILORED' && homeRung !== null ? homeRung : rung);
}
