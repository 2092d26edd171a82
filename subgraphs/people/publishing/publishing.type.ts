import { Field, Int, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { RowError } from '../../../platform/input/row-error.type.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { ProfessionalOutcome } from './publishing.vocabulary.js';

@ObjectType({ description: 'What became of one professional.' })
export class ProfessionalPublicationResult {
  /** Not a field: the professional of the key, where there is one. */
  professionalId!: string | null;

  @Field(() => String, { description: 'The key of the professional, as it was sent.' })
  key!: string;

  @Field(() => ProfessionalOutcome.type, { description: 'What became of it.' })
  outcome!: ProfessionalOutcome;

  @Field(() => RowError, { nullable: true, description: 'Why it is REJECTED; otherwise null.' })
  error!: RowError | null;
}

@ObjectType({ description: 'The answer to a publication of professionals.' })
export class ProfessionalPublication extends KeyedAnswer {
  @Field(() => [ProfessionalPublicationResult], {
    description: 'What became of each professional, in the order in which they were sent.',
  })
  results!: ProfessionalPublicationResult[];

  @Field(() => Int, {
    nullable: true,
    description: 'Of a complete publication: how many of your professionals the hub knows that were not in it.',
  })
  leftOutCount!: number | null;

  @Field(() => [String], { description: 'Their keys, 500 at most. They stay as they were: say of each that it left.' })
  leftOutKeys!: string[];
}

@ObjectType({ description: 'The answer to a confirmation of professionals.' })
export class ProfessionalConfirmation extends KeyedAnswer {
  @Field(() => GraphQLDateTime, { nullable: true, description: 'From now on last confirmed; null when nobody was.' })
  confirmedAt!: Date | null;

  @Field(() => Int, { description: 'How many professionals were confirmed.' })
  confirmedCount!: number;

  @Field(() => [String], { description: 'Keys that are of none of your professionals.' })
  unknownKeys!: string[];
}
