/** What runs by itself for as long as a hub does, by the name of its program in dist/programs/, and the module with which it begins. */
export const programs = {
  hub: 'infra/hub/main.js',
  'hub-for-bulk': 'infra/bulk-lane/main.js',
  'hub-of-processes': 'infra/hub/processes.js',
  gateway: 'infra/processes/gateway.js',
  cases: 'subgraphs/cases/main.js',
  capacity: 'subgraphs/capacity/main.js',
  people: 'subgraphs/people/main.js',
};
