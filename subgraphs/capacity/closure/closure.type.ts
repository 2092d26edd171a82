import { Field, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../vocabulary/define-enum.js';
import { GraphQLDateTime, GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import type { ClosureRow } from './closure.entity.js';

export const ClosureReason = defineEnum('ClosureReason', 'Why an offer takes nobody in for a while.', {
  STAFF_SHORTAGE: 'te weinig personeel',
  GROUP_SAFETY: 'veiligheid van de groep',
  RENOVATION: 'verbouwing',
  INFECTION: 'besmettelijke ziekte',
  FULL: 'vol',
  OTHER: 'andere reden',
});
export type ClosureReason = (typeof ClosureReason.codes)[number];

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
