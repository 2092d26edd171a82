import { Field, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { EndReason } from '../placement.vocabulary.js';
import { AllocatedProductInput } from '../product/product.type.js';

@InputType({ description: 'Care that is allocated: by a referral, by a hold, or in the own network by neither.' })
export class AllocatePlacementInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The referral that the provider accepted: provider, offer and hold are taken from it.',
  })
  referralId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Without a referral: the hold that the provider said yes to. Provider and offer are taken from it.',
  })
  holdId?: string | null;

  @Field(() => LadderRung.type, {
    nullable: true,
    description:
      'Its rung: needed where no offer is known. In the own network OWN_HOME, LOCAL_TEAM, COMMUNITY_SUPPORT or KINSHIP_FOSTER.',
  })
  rung?: LadderRung | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it stands beside the main placement, such as a place for time-out.',
  })
  isSecondary!: boolean;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was allocated: not ahead, and not before the case was opened; without it now.',
  })
  allocatedAt?: Date | null;

  @Field(() => AllocatedProductInput, {
    nullable: true,
    description: 'What is allocated, in the words of iJw, as far as it is known now; `describeProduct` tells the rest.',
  })
  product?: AllocatedProductInput | null;
}

@InputType({ description: 'Which placement is changed.' })
export class PlacementStepInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the placement.' })
  placementId!: string;

  @Field(() => Int, {
    description:
      'The `version` that you read. VERSION_CONFLICT when somebody else changed it since: nothing is done then, and nothing of theirs is lost.',
  })
  version!: number;
}

@InputType({ description: 'What is allocated of a placement, told later than the allocation itself.' })
export class DescribeProductInput extends PlacementStepInput {
  @Field(() => AllocatedProductInput, { description: 'What is told of it.' })
  product!: AllocatedProductInput;
}

@InputType({ description: 'Care that starts.' })
export class StartPlacementInput extends PlacementStepInput {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it started: not ahead, and not before it was allocated; without it now.',
  })
  startedAt?: Date | null;
}

@InputType({ description: 'Care that is interrupted.' })
export class PausePlacementInput extends PlacementStepInput {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when: not ahead, and not before it started; without it now.',
  })
  pausedAt?: Date | null;
}

@InputType({ description: 'Care that was allocated and does not start.' })
export class CancelPlacementInput extends PlacementStepInput {
  @Field(() => EndReason.type, { description: 'Why.' })
  reason!: EndReason;
}

@InputType({ description: 'Care that ends.' })
export class EndPlacementInput extends CancelPlacementInput {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ended: not ahead, and not before it started or was interrupted; without it now.',
  })
  endedAt?: Date | null;

  @Field(() => LadderRung.type, {
    nullable: true,
    description: 'Where the child goes: the case stands on that rung then, unless another main placement runs.',
  })
  nextRung?: LadderRung | null;
}
