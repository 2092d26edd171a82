import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { NeedFields } from '../../vocabulary/need.js';

@ObjectType({ description: 'An organisation, owned by people; here it has offers.' })
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'Identifier of the organisation in the hub.' })
  id!: string;
}

@ObjectType({
  description: 'What help a child needs (zoekprofiel), owned by cases; here it is what the ranking reads.',
})
@Directive('@external')
export class Need extends NeedFields {}

@ObjectType({ description: 'A case, owned by cases; here it has options.' })
@Directive('@key(fields: "id")')
export class Case {
  @Field(() => ID, { description: 'Identifier of the case in the hub.' })
  id!: string;

  @Field(() => Need, { nullable: true, description: 'The need of the case, from which its options follow.' })
  @Directive('@external')
  need!: Need | null;
}
