import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTime, GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { ClosureReason } from './closure-reason.js';
import type { ClosureRevisionRow } from './closure-revision.entity.js';
import type { ClosureRow } from './closure.entity.js';

@ObjectType({ description: 'What a stop on intake said from one moment on.' })
export class ClosureRevision {
  @Field(() => GraphQLDateTime, { description: 'Since when it said so.' })
  recordedAt!: Date;

  @Field(() => ClosureReason.type, { description: 'Why intake is closed.' })
  reason!: ClosureReason;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Day on which the provider expected to reopen.' })
  expectedEndOn!: string | null;
}

@ObjectType({ description: 'A stop on intake (opnamestop): the offer takes nobody in until it is reopened.' })
export class Closure {
  @Field(() => ID, { description: 'Identifier of the closure in the hub.' })
  id!: string;

  @Field(() => ClosureReason.type, { description: 'Why intake is closed.' })
  reason!: ClosureReason;

  @Field(() => GraphQLDateTime, { description: 'Since when intake is closed.' })
  closedAt!: Date;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day on which the provider expects to reopen; no promise.',
  })
  expectedEndOn!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was reopened; null while it is closed.' })
  reopenedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "The provider's own remark, for its own organisation only." })
  note!: string | null;
}

export function toClosure({ id, reason, closedAt, expectedEndOn, reopenedAt, note }: ClosureRow): Closure {
  return { id, reason, closedAt, expectedEndOn, reopenedAt, note };
}

export function toClosureRevision({ recordedAt, reason, expectedEndOn }: ClosureRevisionRow): ClosureRevision {
  return { recordedAt, reason, expectedEndOn };
}
