import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'An organisation that gives, arranges or oversees youth care. This is its public profile.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Organisation {
  @Field(() => ID, { description: 'Identifier of the organisation in the hub.' })
  id!: string;
}

/** The organisation behind an identifier; null when there is none. */
export function borrowOrganisation(id: string | null): Organisation | null {
  return id === null ? null : { id };
}
