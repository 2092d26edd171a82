import { defineEnum } from '../../../vocabulary/define-enum.js';

export const OrganisationKind = defineEnum('OrganisationKind', 'What an organisation is in youth care.', {
  MUNICIPALITY: 'gemeente',
  LOCAL_ACCESS: 'lokale toegang',
  CARE_PROVIDER: 'jeugdhulpaanbieder',
  FOSTER_CARE_PROVIDER: 'pleegzorgaanbieder',
  CERTIFIED_INSTITUTION: 'gecertificeerde instelling',
  SAFE_HOME: 'Veilig Thuis',
  COUNCIL_FOR_CHILD_PROTECTION: 'Raad voor de Kinderbescherming',
  GGD: 'GGD',
  PROCUREMENT_CENTRE: 'aankoopcentrale',
  EXPERTISE_NETWORK: 'expertisenetwerk',
  EXPERIENCE_ORG: 'organisatie van ervaringsdeskundigen',
  SCHOOL: 'school',
});
export type OrganisationKind = (typeof OrganisationKind.codes)[number];
