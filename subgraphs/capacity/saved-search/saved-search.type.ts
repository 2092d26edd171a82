import { Field, ID, Int, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { GraphQLDateTime, MunicipalityCode } from '../../../vocabulary/scalars.js';
import type { SavedSearchRow } from './saved-search.store.js';

@ObjectType({ description: 'An offer that fits a search that is kept, and has what is needed free in time.' })
export class SavedSearchFind {
  offerId!: string;

  @Field(() => GraphQLDateTime, { description: 'Since when the hub knows that it fits.' })
  foundAt!: Date;
}

@ObjectType({
  description:
    'A search that somebody keeps: whenever capacity changes it is looked at again, and whoever keeps it is told once of each offer that fits since.',
})
export class SavedSearch {
  @Field(() => ID, { description: 'Identifier of the search.' })
  id!: string;

  caseId!: string | null;

  @Field(() => MunicipalityCode, { description: 'Where the child lives.' })
  municipalityCode!: string;

  @Field(() => Int, { description: 'The year in which the child was born.' })
  birthYear!: number;

  @Field(() => [LadderRung.type], { description: 'The rungs that are sought; empty for every rung.' })
  rungs!: LadderRung[];

  @Field(() => GraphQLDateTime, { description: 'When it was kept.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when it is kept, unless it is renewed: 90 days.' })
  endsAt!: Date;

  @Field(() => [SavedSearchFind], { description: 'What fits now, the newest first; at most 50.' })
  finds!: SavedSearchFind[];
}

@ObjectType({ description: 'The answer to keeping, renewing or removing a search.' })
export class SavedSearchAnswer extends KeyedAnswer {
  @Field(() => SavedSearch, { nullable: true, description: 'The search as it stands now; null once it was removed.' })
  savedSearch!: SavedSearch | null;
}

/** A search as whoever keeps it sees it. */
export function toSavedSearch({ finds, rungs, ...row }: SavedSearchRow): SavedSearch {
  return {
    ...row,
    rungs: [...rungs],
    finds: finds.map(({ offerId, foundAt }) => ({ offerId, foundAt: new Date(foundAt) })),
  };
}
