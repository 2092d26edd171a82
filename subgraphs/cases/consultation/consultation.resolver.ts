import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import type { CasesContext } from '../context.js';
import { knownMunicipality } from '../lists/known-municipality.js';
import { timePage } from '../../../platform/paging/time-page.js';
import { ConsultationFilter } from './consultation-filter.type.js';
import { consultationSortValues } from './consultation.read-model.js';
import { Consultation, ConsultationConnection, toConsultation } from './consultation.type.js';

@Resolver(() => Consultation)
export class ConsultationResolver {
  @Query(() => ConsultationConnection, {
    nullable: true,
    description: 'The consultations that the caller may see, newest first.',
  })
  async consultations(
    @Arg('filter', () => ConsultationFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ConsultationFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<Consultation>> {
    const page = timePage(args);
    knownMunicipality('municipalityCode', filter?.municipalityCode);
    const rows = await services.consultations.findPage(caller, filter ?? {}, page);
    const found = toConnection(rows, page, consultationSortValues, toConsultation);
    audit.found('Consultation', found);
    return found;
  }

  @Query(() => ConsultationConnection, {
    nullable: true,
    description:
      'The questions that nobody answered within 48 hours and that still wait, the longest first. What was answered too late is no longer here; it still counts as late.',
  })
  async overdueConsultations(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<Consultation>> {
    const page = timePage(args);
    const rows = await services.consultations.findOverdue(caller, page);
    const found = toConnection(rows, page, consultationSortValues, toConsultation);
    audit.found('Consultation', found);
    return found;
  }
}
