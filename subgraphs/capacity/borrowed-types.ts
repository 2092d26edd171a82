import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../vocabulary/entity-descriptions.js';
import { NeedFields } from '../../vocabulary/need.js';

@ObjectType({ description: entityDescriptions.Organisation })
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'Identifier of the organisation in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.Need })
@Directive('@external')
export class Need extends NeedFields {}

@ObjectType({ description: entityDescriptions.ResidentialChecklist })
@Directive('@key(fields: "id")')
export class ResidentialChecklist {
  @Field(() => ID, { description: 'Identifier of the checklist: that of its case.' })
  id!: string;

  @Field(() => Need, { nullable: true, description: 'The need of the case; null while it has not been described.' })
  @Directive('@external')
  need!: Need | null;
}

@ObjectType({ description: entityDescriptions.Case })
@Directive('@key(fields: "id")')
export class Case {
  @Field(() => ID, { description: 'Identifier of the case in the hub.' })
  id!: string;

  @Field(() => Need, { nullable: true, description: 'The need of the case, from which its options follow.' })
  @Directive('@external')
  need!: Need | null;
}
