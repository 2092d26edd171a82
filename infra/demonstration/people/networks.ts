import type { NetworkRow } from '../../../subgraphs/people/networks/network.entity.js';
import { flevoland } from '../../../vocabulary/places/region.js';
import { demonstrationId } from '../random.js';
import type { TeamPlan } from './regional-teams.js';

/** The municipalities of the province of Utrecht, which is one area of the expertise networks with Flevoland. */
const utrecht = [
  ...['0307', '0308', '0310', '0312', '0313', '0317', '0321', '0327', '0331', '0335', '0339', '0340', '0342'],
  ...['0344', '0345', '0351', '0352', '0353', '0355', '0356', '0589', '0632', '0736', '1581', '1904', '1961'],
];

type NetworkKey = 'expertise' | 'ret' | 'experience';

const networks: Readonly<Record<NetworkKey, Omit<NetworkRow, 'id' | 'sortName'>>> = {
  expertise: {
    name: 'Expertisenetwerk Jeugd Flevoland en Utrecht (voorbeeld)',
    kind: 'EXPERTISE',
    municipalityCodes: [...flevoland.municipalityCodes, ...utrecht],
    coordinatingMunicipalityCode: '0344',
    functions: ['CONSULT_ADVICE', 'ORGANISE_HELP', 'KNOWLEDGE'],
  },
  ret: {
    name: 'Netwerk RET Flevoland (voorbeeld)',
    kind: 'REGIONAL_EXPERT',
    municipalityCodes: [...flevoland.municipalityCodes],
    coordinatingMunicipalityCode: '0034',
    functions: ['CONSULT_ADVICE', 'ORGANISE_HELP'],
  },
  experience: {
    name: 'Netwerk Ervaringsdeskundigen Flevoland (voorbeeld)',
    kind: 'PROFESSIONAL',
    municipalityCodes: [...flevoland.municipalityCodes],
    coordinatingMunicipalityCode: '0995',
    functions: ['KNOWLEDGE'],
  },
};

/** The rows of `people.network`. */
export function demonstrationNetworks(): Omit<NetworkRow, 'sortName'>[] {
  return Object.entries(networks).map(([key, row]) => ({ id: networkId(key), ...row }));
}

/** The network that a team is of: expert teams of that of expertise, the RET and its successor of their own. */
export function networkOf({ kind }: Pick<TeamPlan, 'kind'>): string | null {
  if (kind === 'EXPERT_TEAM') return networkId('expertise');
  return kind === 'RET' || kind === 'RET_2_0' ? networkId('ret') : null;
}

function networkId(key: string): string {
  return demonstrationId(`network:${key}`);
}
