/** What the entities are that more than one subgraph knows: the owner and those who borrow them say the same. */
export const entityDescriptions = {
  Case: 'A case (casus): one child and its family for whom help is sought. No name, birth date, address or BSN is kept.',
  Need: 'What help the child of a case needs (zoekprofiel), in codes only: no name, no address, no free text.',
  Offer: 'Help that an organisation offers (zorgaanbod): for whom, where, when and under which conditions.',
  Hold: 'A hold (reservering): keeps units of an offer for a case until it is answered, released, past its term, or care starts. While it lives nobody else finds them free.',
  Organisation: 'An organisation that gives, arranges or oversees youth care. This is its public profile.',
  Professional: 'Someone who works in youth care. Who left an organisation appears nowhere.',
  Deployment:
    'A duo at a family (inzet): two professionals of a team who go together, so that a child can stay at home or come home sooner.',
  ResidentialChecklist:
    'What was weighed before a place in a group is sought for a child (checklist Plaatsing residentieel): each lighter form of help, and who thought along.',
  ThemeAgendaItem:
    'A theme on the agenda of its theme table (thematafel): what a region lacked in a year, in counts that name no child.',
  AgendaQuestion: 'What is counted for a theme: its codes, in a region and a year.',
} as const;
