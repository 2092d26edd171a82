import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { IdempotentAnswer } from '../../../platform/idempotency/idempotency.js';
import { auditedOnce, type AuditedChange } from '../access/audited-once.js';
import { Case } from '../borrowed-types.js';
import type { CapacityContext } from '../context.js';
import { Offer, toOffer } from '../offer/offer.type.js';
import { SavedSearchInput, SaveSearchInput } from './saved-search.input.js';
import { SavedSearch, SavedSearchAnswer, SavedSearchFind, toSavedSearch } from './saved-search.type.js';

async function answerOf(
  { caller, services }: CapacityContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<SavedSearchAnswer> {
  const own = await services.savedSearches.own(caller);
  const row = own.find(({ id }) => id === answer);
  return { savedSearch: row ? toSavedSearch(row) : null, isReplay };
}

/** A change of a search that is there. */
function changeOf(operation: string, input: SavedSearchInput): AuditedChange<string> {
  return {
    request: { operation, key: input.idempotencyKey, input },
    action: 'U',
    asked: { objectType: 'SavedSearch', ids: [input.searchId] },
  };
}

/** The searches that somebody keeps. */
@Resolver(() => SavedSearch)
export class SavedSearchResolver {
  @Query(() => [SavedSearch], {
    nullable: true,
    description: 'The searches that the caller keeps, the newest first; at most 20.',
  })
  async savedSearches(@Ctx() { caller, services, audit }: CapacityContext): Promise<SavedSearch[]> {
    const rows = await services.savedSearches.own(caller);
    audit.read(
      'SavedSearch',
      rows.map(({ id }) => id),
    );
    return rows.map(toSavedSearch);
  }

  @Mutation(() => SavedSearchAnswer, {
    nullable: true,
    description: 'Keeps a search for 90 days; TOO_MANY_SEARCHES when the caller keeps 20.',
  })
  async saveSearch(
    @Arg('input', () => SaveSearchInput, { description: 'What is sought, and for which case.' }) input: SaveSearchInput,
    @Ctx() context: CapacityContext,
  ): Promise<SavedSearchAnswer> {
    const { idempotencyKey: key, need, caseId = null } = input;
    const change: AuditedChange<string> = {
      request: { operation: 'saveSearch', key, input },
      action: 'R',
      asked: { objectType: 'Case', ids: caseId === null ? [] : [caseId] },
      made: (id) => ({ objectType: 'SavedSearch', ids: [id] }),
    };
    const { caller } = context;
    return answerOf(
      context,
      await auditedOnce(context, change, ({ savedSearches }) => savedSearches.save(caller, need, caseId)),
    );
  }

  @Mutation(() => SavedSearchAnswer, { nullable: true, description: 'Keeps a search for 90 days from now on.' })
  async renewSearch(
    @Arg('input', () => SavedSearchInput, { description: 'Which.' }) input: SavedSearchInput,
    @Ctx() context: CapacityContext,
  ): Promise<SavedSearchAnswer> {
    const { caller } = context;
    const renew = changeOf('renewSearch', input);
    return answerOf(
      context,
      await auditedOnce(context, renew, ({ savedSearches }) => savedSearches.renew(caller, input.searchId)),
    );
  }

  @Mutation(() => SavedSearchAnswer, {
    nullable: true,
    description: 'Keeps a search no longer; nothing is told of it any more.',
  })
  async removeSearch(
    @Arg('input', () => SavedSearchInput, { description: 'Which.' }) input: SavedSearchInput,
    @Ctx() context: CapacityContext,
  ): Promise<SavedSearchAnswer> {
    const { caller } = context;
    const removal: AuditedChange<string> = { ...changeOf('removeSearch', input), action: 'D' };
    return answerOf(
      context,
      await auditedOnce(context, removal, ({ savedSearches }) => savedSearches.remove(caller, input.searchId)),
    );
  }

  @FieldResolver(() => Case, {
    nullable: true,
    description: 'The case that it is for; null for a search that belongs to none.',
  })
  case(@Root() { caseId }: SavedSearch, @Ctx() { audit }: CapacityContext): Case | null {
    if (caseId === null) return null;
    audit.read('Case', [caseId]);
    return { id: caseId, need: null };
  }
}

@Resolver(() => SavedSearchFind)
export class SavedSearchFindResolver {
  @FieldResolver(() => Offer, { nullable: true, description: 'The offer that fits.' })
  async offer(@Root() { offerId }: SavedSearchFind, @Ctx() { loaders }: CapacityContext): Promise<Offer | null> {
    const row = await loaders.offers.load(offerId);
    return row && toOffer(row);
  }
}
