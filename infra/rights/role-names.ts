import type { Role } from '../../platform/identity/caller.js';

/** What a role is called in Dutch, and who has it. */
export const roleNames: Readonly<Record<Role, { readonly dutch: string; readonly who: string }>> = {
  'case-owner': {
    dutch: 'casushouder',
    who: 'brings the case and keeps its file: local access, certified institution, Veilig Thuis',
  },
  'care-broker': { dutch: 'zorgbemiddelaar', who: 'seeks help for the children of a region' },
  'ret-member': { dutch: 'lid van het regionaal expertteam (RET)', who: 'thinks along about a search' },
  'provider-planner': { dutch: 'planner van een aanbieder', who: 'answers holds and gives figures by hand' },
  'provider-system': { dutch: 'systeem van een aanbieder', who: 'a machine that gives figures' },
  analyst: { dutch: 'analist', who: 'studies counted figures of a region' },
  'privacy-officer': { dutch: 'functionaris gegevensbescherming (FG)', who: 'checks that this page is true' },
  operator: { dutch: 'beheerder', who: 'keeps the hub running; sees no content' },
  developer: { dutch: 'ontwikkelaar', who: 'may ask questions of its own, with what its other roles see' },
};
