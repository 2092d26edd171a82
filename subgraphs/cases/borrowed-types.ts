import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../vocabulary/entity-descriptions.js';

@ObjectType({ description: entityDescriptions.Organisation })
@Directive('@key(fields: "id", resolvable: false)')
export class Organisation {
  @Field(() => ID, { description: 'Identifier of the organisation in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.Offer })
@Directive('@key(fields: "id", resolvable: false)')
export class Offer {
  @Field(() => ID, { description: 'Identifier of the offer in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.Hold })
@Directive('@key(fields: "id", resolvable: false)')
export class Hold {
  @Field(() => ID, { description: 'Identifier of the hold in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.Professional })
@Directive('@key(fields: "id", resolvable: false)')
export class Professional {
  @Field(() => ID, { description: 'Identifier of the professional in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.Deployment })
@Directive('@key(fields: "id", resolvable: false)')
export class Deployment {
  @Field(() => ID, { description: 'Identifier of the deployment in the hub.' })
  id!: string;
}

/** What stands behind an identifier; null when there is none. */
export function borrow(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}
