import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { CapacityContext } from '../../context.js';
import { writeChangeCursor } from './change-cursor.js';
import { ChangeConnection, toChange } from './change.type.js';
import type { ChangeRow } from './change.read-model.js';
import { ChangesFrom } from './changes-from.js';

/** The holds, entries or referrals that events name. */
function namedBy(rows: readonly ChangeRow[], key: 'holdId' | 'entryId' | 'referralId'): string[] {
  return rows.flatMap(({ data }) => data[key] ?? []);
}

@Resolver()
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    nullable: true,
    description:
      'What happened behind a cursor, in the order in which it became known, as far as it is yours to see: a provider its own organisation, a care broker every offer and the holds of the region, a case owner the holds of its own cases. Nothing is missed between one cursor and the next.',
  })
  async changesSince(
    @Arg('cursor', () => String, { nullable: true, description: 'The `cursor` of the answer before.' })
    cursor: string | null | undefined,
    @Arg('from', () => ChangesFrom.type, {
      defaultValue: 'BEGINNING',
      description: 'Where to begin without a cursor.',
    })
    from: ChangesFrom,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many changes at the most, 1 to 100.' })
    first: number,
    @Ctx() { caller, services, audit }: CapacityContext,
  ): Promise<ChangeConnection> {
    const { rows, goOnFrom, hasMore } = await services.changes.since(caller, { cursor: cursor ?? null, from, first });
    audit.read('Hold', namedBy(rows, 'holdId'));
    audit.read('WaitlistEntry', namedBy(rows, 'entryId'));
    audit.read('Referral', namedBy(rows, 'referralId'));
    const edges = rows.map((row) => ({ cursor: writeChangeCursor(row.position), node: toChange(row) }));
    return {
      edges,
      cursor: writeChangeCursor(goOnFrom),
      pageInfo: {
        hasNextPage: hasMore,
        hasPreviousPage: cursor != null,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}
