import { Field, ObjectType } from 'type-graphql';
import { GraphQLDateTime, GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import { ClosureReason } from './closure-reason.js';
import type { ClosureRow } from './closure.entity.js';

@ObjectType({ description: 'A stop on intake (opnamestop): the offer takes nobody in until it is reopened.' })
export class Closure {
  @Field(() => ClosureReason.type, { description: 'Why intake is closed.' })
  reason!: ClosureReason;

  @Field(() => GraphQLDateTime, { description: 'Since when intake is closed.' })
  closedAt!: Date;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day on which the provider expects to reopen; no promise.',
  })
  expectedEndOn!: string | null;
}

export function toClosure({ reason, closedAt, expectedEndOn }: ClosureRow): Closure {
  return { reason, closedAt, expectedEndOn };
}
