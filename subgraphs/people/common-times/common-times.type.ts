import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTime, MunicipalityCode } from '../../../vocabulary/scalars.js';
import type { FoundTimes } from './common-times.read-model.js';

@ArgsType()
export class CommonTimesArgs {
  @Field(() => [ID], { description: 'Who is to come: 1 to 20 professionals whom you may find.' })
  professionalIds!: string[];

  @Field(() => MunicipalityCode, {
    nullable: true,
    description: 'Where they meet: who does not work there is not free. Without it they meet by video.',
  })
  municipalityCode?: string | null;

  @Field(() => GraphQLDateTime, { description: 'From when on; what lies behind is left out.' })
  from!: Date;

  @Field(() => GraphQLDateTime, { description: 'By when it must be over, at most 62 days later.' })
  until!: Date;

  @Field(() => Int, { description: 'How long it lasts: 30 to 480 minutes, in steps of 15.' })
  minutes!: number;

  @Field(() => Int, { defaultValue: 5, description: 'How many moments at the most, 1 to 20.' })
  first!: number;
}

@ObjectType({ description: 'A moment at which all participants are free.' })
export class CommonTime {
  @Field(() => GraphQLDateTime, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it is over.' })
  endsAt!: Date;
}

@ObjectType({ description: 'How far one participant stands in the way of a time that all have.' })
export class TimeObstacle {
  /** Not a field: by this the professional is found. */
  professionalId!: string;

  @Field(() => Boolean, { description: 'Whether the professional works where they are to meet; true by video.' })
  worksThere!: boolean;

  @Field(() => Int, { description: 'At how many of the moments that were considered the professional is free.' })
  freeMoments!: number;

  @Field(() => Int, { description: 'At how many moments all the others are free, and this one is not.' })
  withoutThem!: number;
}

@ObjectType({ description: 'When professionals are free together, and who stands in the way.' })
export class CommonTimes {
  @Field(() => [CommonTime], { description: 'The earliest moments at which all are free; empty where there is none.' })
  moments!: CommonTime[];

  @Field(() => Int, {
    description: 'How many moments were considered: each half hour at which a meeting could begin and be over in time.',
  })
  considered!: number;

  @Field(() => [TimeObstacle], {
    description:
      'Everybody who is to come, who stands in the way most first: where there is no moment, whom to do without.',
  })
  inTheWay!: TimeObstacle[];
}

/** What was found as it may be shown. */
export function toCommonTimes({ moments, considered, people }: FoundTimes, minutes: number): CommonTimes {
  return {
    moments: moments.map((at) => {
      const startsAt = new Date(at);
      return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
    }),
    considered,
    inTheWay: people.map((person) => ({ ...person })),
  };
}
