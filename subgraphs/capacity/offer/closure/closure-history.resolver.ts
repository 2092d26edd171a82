import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CapacityContext } from '../../context.js';
import { Offer } from '../offer.type.js';
import { Closure, ClosureRevision, toClosure, toClosureRevision } from './closure.type.js';

/** What capacity adds to an offer. */
@Resolver(() => Offer)
export class OfferClosuresResolver {
  @FieldResolver(() => [Closure], {
    nullable: true,
    description: 'The stops on intake, the newest first, with the one that holds now; at most 20.',
  })
  async closures(@Root() { id }: Offer, @Ctx() { loaders }: CapacityContext): Promise<Closure[]> {
    return ((await loaders.closureHistory.load(id)) ?? []).map(toClosure);
  }
}

@Resolver(() => Closure)
export class ClosureRevisionsResolver {
  @FieldResolver(() => [ClosureRevision], {
    nullable: true,
    description: 'What it said, the newest first; at most 20. Empty for a closure of before the hub kept them.',
  })
  async revisions(@Root() { id }: Closure, @Ctx() { loaders }: CapacityContext): Promise<ClosureRevision[]> {
    return ((await loaders.closureRevisions.load(id)) ?? []).map(toClosureRevision);
  }
}
