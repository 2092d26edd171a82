import { columnsOf } from '../../../../platform/import/columns/columns.rules.js';

/** The columns of a file of figures, in the order of the template: the Dutch name first, which is the one that it writes. */
export const columnNames = {
  offerKey: ['aanbod', 'offerkey', 'offer', 'kenmerk', 'sleutel', 'aanbodkenmerk', 'aanbodcode', 'aanbodsleutel'],
  title: ['naam', 'titel', 'title', 'naam aanbod', 'aanbodnaam', 'omschrijving'],
  lastAvailable: ['laatste vrij'],
  lastStatus: ['laatste status'],
  lastWaitlist: ['laatste wachtlijst'],
  lastAsOf: ['laatste peildatum'],
  available: [
    'vrij',
    'available',
    'beschikbaar',
    'aantal vrij',
    'vrije plaatsen',
    'vrije plekken',
    'plaatsen vrij',
    'plekken vrij',
    'beschikbare plaatsen',
  ],
  maximum: ['maximum', 'max', 'capaciteit', 'maximale capaciteit', 'aantal plaatsen', 'totaal aantal plaatsen'],
  unit: ['eenheid', 'unit'],
  status: ['status'],
  asOf: ['peildatum', 'asof', 'as of', 'datum', 'peilmoment'],
  nextAvailableOn: ['vrij vanaf', 'nextavailableon', 'next available on', 'beschikbaar vanaf', 'vrij per'],
  waitlistCount: ['wachtlijst', 'waitlistcount', 'waitlist', 'aantal wachtenden', 'wachtenden', 'aantal op wachtlijst'],
  waitEstimateDays: ['wachttijd (dagen)', 'waitestimatedays', 'wait estimate days', 'wachttijd', 'wachttijd in dagen'],
  note: ['opmerking', 'note', 'toelichting', 'opmerkingen', 'bijzonderheden'],
  sequence: ['volgnummer', 'sequence'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof columnNames;

/** The columns of a file of figures. What begins with "laatste", and the title, is for the reader of a sheet. */
export const figureColumns = columnsOf<Column>({
  names: columnNames,
  key: 'offerKey',
  required: ['offerKey', 'available', 'maximum'],
  unread: ['title', 'lastAvailable', 'lastStatus', 'lastWaitlist', 'lastAsOf'],
  given: ['maximum', 'unit'],
});
