import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../vocabulary/entity-descriptions.js';

@ObjectType({ description: entityDescriptions.Organisation })
@Directive('@key(fields: "id", resolvable: false)')
export class Organisation {
  @Field(() => ID, { description: 'Identifier of the organisation in the hub.' })
  id!: string;
}

/** The organisation behind an identifier; null when there is none. */
export function borrowOrganisation(id: string | null): Organisation | null {
  return id === null ? null : { id };
}
