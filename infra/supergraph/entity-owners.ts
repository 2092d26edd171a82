/** Which subgraph owns an entity that several define. The others borrow it by its key, and may add fields to it. */
export const entityOwners: Readonly<Record<string, string>> = {
  Case: 'cases',
  Deployment: 'people',
  Hold: 'capacity',
  Offer: 'capacity',
  Organisation: 'people',
  Professional: 'people',
  ResidentialChecklist: 'cases',
  ThemeAgendaItem: 'people',
};
