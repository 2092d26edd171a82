import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const CbsInformant = defineEnum('CbsInformant', 'Who answered the questions of Statistics Netherlands (CBS).', {
  YOUTH: 'jeugdige',
  PARENT: 'ouder',
});
export type CbsInformant = (typeof CbsInformant.codes)[number];
