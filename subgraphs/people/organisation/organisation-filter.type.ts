import { Field, InputType } from 'type-graphql';
import { HubError } from '../../../platform/errors/errors.js';
import { MunicipalityCode } from '../../../vocabulary/scalars.js';
import { narrowing, narrowingMunicipality } from '../lists/search.rules.js';
import { isRegistered } from '../../../vocabulary/codes/registers.js';
import type { OrganisationSelection } from './organisation.store.js';
import { OrganisationKind } from './organisation.vocabulary.js';

@InputType({ description: 'Which organisations to list; what is left out does not narrow the list.' })
export class OrganisationFilter {
  @Field(() => [OrganisationKind.type], { nullable: true, description: 'Only organisations of one of these kinds.' })
  kinds?: OrganisationKind[] | null;

  @Field(() => MunicipalityCode, { nullable: true, description: 'Only organisations that work in this municipality.' })
  municipalityCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only organisations with this text in their name, capitals or not. Every character stands for itself.',
  })
  nameContains?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only organisations with exactly this KvK number, AGB code or OIN.',
  })
  registeredAs?: string | null;
}

/** A filter as the store reads it. Throws UNKNOWN_MUNICIPALITY, or BAD_USER_INPUT for a number of no register. */
export function organisationSelection(filter: OrganisationFilter | null): OrganisationSelection {
  const registeredAs = filter?.registeredAs ?? null;
  if (registeredAs !== null && !isRegistered(registeredAs))
    throw new HubError('BAD_USER_INPUT', {
      field: 'registeredAs',
      expected: 'KvK [0-9]{8}, AGB [0-9]{8}, OIN [0-9A-Z]{20}',
    });
  return {
    kinds: narrowing(filter?.kinds),
    municipalityCode: narrowingMunicipality(filter?.municipalityCode),
    nameContains: filter?.nameContains ?? null,
    registeredAs,
  };
}
