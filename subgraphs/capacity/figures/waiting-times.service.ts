import type { FigureArgs } from '../../../figures/figure-args.js';
import { figureQuestion, isOver } from '../../../figures/figure-question.js';
import type { Figure } from '../../../figures/figure.type.js';
import { codeLabels, municipalityLabels } from '../../../figures/labels.rules.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import type { waitingTimesReadModel } from './waiting-times.read-model.js';
import { waitingColumns, waitingRows } from './waiting-times.rules.js';
import type { WaitingGrouping } from './waiting-times.vocabulary.js';

const text = {
  name: 'waitingTimes',
  title: 'Wachttijden',
  unit: 'dagen, en aantallen waar dat staat',
  howCounted: [
    'Geteld zijn de wachtlijsten van alle aanbod dat de regio bedient, ook voor kinderen van elders.',
    'Geplaatst telt in het jaar waarin de plek is aanvaard; wachtend is wie op de peildag op een lijst staat.',
    'Een analist ziet dagen van kinderen op 5 dagen afgerond, en wat 90 procent korter wachtte alleen waar tien kinderen of meer langer wachtten.',
    'Een gemelde wachttijd is die van de laatste melding van elk aanbod op de peildag.',
  ],
  doesNotAddUp: [
    'Een kind kan op meer lijsten staan en telt op elke.',
    'Wie van een lijst ging zonder plek, telt niet als geplaatst: de wachttijd van wie opgaf is er niet in.',
    'Waar een geheime plek is wordt niet verteld; zij telt bij elders.',
  ],
  assumptions: [],
};

const elsewhere = { key: 'ELSEWHERE', title: 'Buiten de regio of geheim' };
/** A mentor whom the child chooses is never on offer. */
const rungs = codeLabels(LadderRung).filter(({ key }) => key !== 'MENTOR_JIM');

/** Tells how long children wait for the offers that serve a region. */
export function waitingTimesService(readModel: ReturnType<typeof waitingTimesReadModel>) {
  return {
    async waitingTimes(caller: Caller, args: FigureArgs, grouping: WaitingGrouping): Promise<Figure> {
      const question = figureQuestion(caller, args);
      const { region, year, form } = question;
      const counted = await readModel.count(question, grouping);
      const groups = grouping === 'RUNG' ? rungs : [...municipalityLabels(region), elsewhere];
      const told = isOver(question, counted) ? counted.counts : null;
      const rows = waitingRows(form, groups, told);
      return { ...text, region: region.key, year, asOf: counted.asOf, columns: waitingColumns, rows, total: null };
    },
  };
}
