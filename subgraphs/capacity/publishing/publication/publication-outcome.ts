import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const PublicationOutcome = defineEnum('PublicationOutcome', 'What became of one report of a publication.', {
  ACCEPTED: 'opgeslagen: dit is nu het nieuwste cijfer',
  UNCHANGED: 'gelijk aan het nieuwste cijfer; een hoger volgnummer maakt het weer actueel',
  OUTDATED: 'ouder dan wat de hub al weet: er is niets veranderd',
  REJECTED: 'geweigerd: "error" zegt waarom',
});
export type PublicationOutcome = (typeof PublicationOutcome.codes)[number];
