import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { CasesContext } from '../context.js';
import { YearTable } from './year-table.type.js';

@Resolver(() => YearTable)
export class YearTableResolver {
  @Query(() => YearTable, {
    nullable: true,
    description:
      'The year report of a region: exact for a broker of the region, with small numbers suppressed for an analyst of the region. NOT_FOUND for a region that does not exist or is not yours to see.',
  })
  yearTable(
    @Arg('region', () => String, { description: 'Key of the region, such as flevoland.' }) region: string,
    @Arg('year', () => Int, { description: 'The reporting year, a calendar year such as 2023.' }) year: number,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<YearTable> {
    return services.yearTable.yearTable(caller, region, year);
  }
}
