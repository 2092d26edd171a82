import type { FigureArgs } from '../../../../figures/figure-args.js';
import { figureQuestion, isOver } from '../../../../figures/figure-question.js';
import type { Figure } from '../../../../figures/figure.type.js';
import { codeLabels } from '../../../../figures/labels.rules.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { isOffered } from '../../options/unmet/unmet.rules.js';
import type { waitingQuartersReadModel } from './waiting-quarters.read-model.js';
import { quarterColumns, quarterRows, quartersOf } from './waiting-quarters.rules.js';

const text = {
  name: 'waitingQuarters',
  title: 'Wachttijden per kwartaal (Regeling Jeugdwet, artikel 8g)',
  unit: 'dagen, en aantallen waar dat staat',
  howCounted: [
    'De kolommen zijn die van artikel 8g, tweede lid, onder b, 3° en 13°, voor alle aanbieders van de regio samen: de vorm, de ingeschatte wachttijd en het aantal op de wachtlijst.',
    'Geteld is het aanbod dat de regio bedient, zoals het was aan het eind van het kwartaal; van het lopende kwartaal zoals het nu is.',
    'Een ingeschatte wachttijd en een wachtlijst zijn wat de laatste melding van elk aanbod zegt; de mediaan is over aanbod, niet over jeugdigen.',
    'De vorm is de trede van de ladder.',
  ],
  doesNotAddUp: [
    'De plicht van artikel 8g rust op elke aanbieder: dit overzicht vervangt de eigen opgave niet.',
    'Een jeugdige kan bij meer aanbieders op de wachtlijst staan, en in meer kwartalen.',
    'De wachtlijsten van de hub kunnen dezelfde jeugdigen zijn als die van de aanbieders.',
    'De vormen van artikel 2.2.3 van het Besluit Jeugdwet zijn niet overgenomen; kinderbescherming en jeugdreclassering (14°) staan er niet in.',
  ],
  assumptions: [],
};

/** What is never on offer has no waiting list. */
const rungs = codeLabels(LadderRung).filter(({ key }) => isOffered(key));

/** Tells how long is waited in a region, quarter by quarter. */
export function waitingQuartersService(readModel: ReturnType<typeof waitingQuartersReadModel>) {
  return {
    async waitingQuarters(caller: Caller, args: FigureArgs): Promise<Figure> {
      const question = figureQuestion(caller, args);
      const { region, year, form } = question;
      const counted = await readModel.count(question);
      const over = isOver(question, counted);
      const rows = quartersOf(year).flatMap((quarter) => {
        const hasBegun = `${year}-${String(3 * quarter.number - 2).padStart(2, '0')}-01` <= counted.asOf;
        return quarterRows(form, quarter, rungs, over && hasBegun ? counted.counts : null);
      });
      return { ...text, region: region.key, year, asOf: counted.asOf, columns: quarterColumns, rows, total: null };
    },
  };
}
