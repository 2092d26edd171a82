import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../../vocabulary/entity-descriptions.js';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { municipality, Municipality } from '../../../vocabulary/places/municipality.js';
import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import { toIntakeContact } from './intake/intake-contact.type.js';
import { OrganisationContact } from './organisation-contact.type.js';
import type { OrganisationRow } from './organisation.entity.js';
import { OrganisationKind } from './organisation.vocabulary.js';

/** Every field but the key is nullable: when people is down, the rest of an answer that names an organisation stands. */
@ObjectType({ description: entityDescriptions.Organisation })
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'Identifier of the organisation in the hub.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Short key of the organisation, such as `rietvink`: for commands and addresses.',
  })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Name by which the organisation is known.' })
  name!: string;

  @Field(() => OrganisationKind.type, { nullable: true, description: 'What the organisation is.' })
  kind!: OrganisationKind;

  @Field(() => String, { nullable: true, description: 'Number in the trade register (KvK), 8 digits.' })
  kvk!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'AGB codes under which the organisation declares care, 8 digits each.',
  })
  agb!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Organisatie-identificatienummer (OIN) for messages between authorities, 20 positions.',
  })
  oin!: string | null;

  @Field(() => [Municipality], { nullable: true, description: 'The municipalities where the organisation works.' })
  municipalities!: Municipality[];

  @Field(() => OrganisationContact, {
    nullable: true,
    description: 'Where to turn with a question or a request for intake.',
  })
  contact!: OrganisationContact;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last day of the contract with the region; null when there is none.',
  })
  contractedUntilOn!: string | null;
}

export const { NodeConnection: OrganisationConnection } = connectionTypes('Organisation', () => Organisation);

/** An organisation as it may be shown. */
export function toOrganisation(row: OrganisationRow): Organisation {
  const { id, key, name, kind, kvk, agb, oin, contractedUntilOn, municipalityCodes, phone, email, website } = row;
  const municipalities = municipalityCodes.map(municipality);
  const contact = { phone, email, website, intake: toIntakeContact(row) };
  return { id, key, name, kind, kvk, agb, oin, contractedUntilOn, municipalities, contact };
}
