import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { ReferrerKind } from '../../consultation/consultation.vocabulary.js';
import { ProductFrequency, ProductUnit } from './product.vocabulary.js';

@ObjectType({
  description:
    'What is allocated of a placement, in the words of iJw (toegewezen product), as far as it was told. Of it the messages of iJw are drafted.',
})
export class AllocatedProduct {
  @Field(() => String, { nullable: true, description: 'Product category (JZ020), two digits.' })
  category!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Product code within the category; null of an allocation by category.',
  })
  code!: string | null;

  @Field(() => Int, { nullable: true, description: 'How much, in `unit` per `frequency`.' })
  volume!: number | null;

  @Field(() => ProductUnit.type, { nullable: true, description: 'In what the amount is told.' })
  unit!: ProductUnit | null;

  @Field(() => ProductFrequency.type, { nullable: true, description: 'Per how long the amount counts.' })
  frequency!: ProductFrequency | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day for which it is allocated.' })
  startOn!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day for which it is allocated; null where it has no end.',
  })
  endOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the allocation, as the municipality gave it.' })
  allocationNumber!: number | null;

  @Field(() => ReferrerKind.type, {
    nullable: true,
    description: 'Who referred to this help; null where that is told by the consultations of the case.',
  })
  referrer!: ReferrerKind | null;
}

@InputType({
  description: 'What is allocated, in the words of iJw. What is left out stays as it was; null takes it away.',
})
export class AllocatedProductInput {
  @Field(() => String, {
    nullable: true,
    description: 'Product category (JZ020), 40 to 55. Of an offer that says it, it need not be repeated.',
  })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Product code within the category, 1 to 5 characters.' })
  code?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How much, 0 to 99,999,999: with `unit` and `frequency`, and of a product with a code only.',
  })
  volume?: number | null;

  @Field(() => ProductUnit.type, { nullable: true, description: 'In what the amount is told.' })
  unit?: ProductUnit | null;

  @Field(() => ProductFrequency.type, {
    nullable: true,
    description: 'Per how long the amount counts; PER_DAY not with DAY, DAYDEEL, EURO or EFFORT.',
  })
  frequency?: ProductFrequency | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day for which it is allocated.' })
  startOn?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day for which it is allocated, not before the first.',
  })
  endOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of the allocation as the municipality gave it, 0 to 999,999,999. One that may be a BSN is refused (CONTAINS_BSN).',
  })
  allocationNumber?: number | null;

  @Field(() => ReferrerKind.type, {
    nullable: true,
    description: 'Who referred to this help, where that is another than who asked for the consultation.',
  })
  referrer?: ReferrerKind | null;
}
