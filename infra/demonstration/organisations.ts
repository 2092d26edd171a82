import { flevoland } from '../../vocabulary/places/region.js';
import { demonstrationId } from './random.js';

/** An invented organisation of the demonstration region: its key is what `--organisation` of the commands takes. */
export interface DemonstrationOrganisation {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind:
    | 'CARE_PROVIDER'
    | 'FOSTER_CARE_PROVIDER'
    | 'CERTIFIED_INSTITUTION'
    | 'SAFE_HOME'
    | 'COUNCIL_FOR_CHILD_PROTECTION'
    | 'LOCAL_ACCESS'
    | 'GGD'
    | 'PROCUREMENT_CENTRE';
  /** CBS code of the municipality where it has its office. */
  readonly municipalityCode: string;
}

type Row = readonly [key: string, name: string, municipalityCode: string];

/** 38 care providers; names are made up from words that no provider of the region carries. */
const careProviders: readonly Row[] = [
  ['rietvink', 'Rietvink Jeugdhulp', '0995'],
  ['kantelpunt-oost', 'Kantelpunt Oost', '0034'],
  ['waterlelie', 'De Waterleliehof', '0034'],
  ['polderlicht', 'Polderlicht Gezinshulp', '0171'],
  ['zilvermeeuw', 'Zilvermeeuw Ambulant', '0184'],
  ['kompasroos', 'Kompasroos Zorg', '0995'],
  ['vlonder', 'De Vlonder Jeugd en Gezin', '0034'],
  ['populierenlaan', 'Stichting Populierenlaan', '0303'],
  ['graspieper', 'Graspieper Thuisbegeleiding', '0050'],
  ['dijkhuis', 'Het Dijkhuisje', '0184'],
  ['oeverzwaluw', 'Oeverzwaluw Behandeling', '0034'],
  ['schelpenpad', 'Schelpenpad Jeugdhulp', '0995'],
  ['windvaan', 'Windvaan Gezinshuizen', '0303'],
  ['kluutvogel', 'Kluut Jeugd-ggz', '0034'],
  ['zeilwagen', 'De Zeilwagen', '0995'],
  ['koolzaad', 'Koolzaad Dagbehandeling', '0171'],
  ['tussenwater', 'Tussenwater', '0034'],
  ['hoefblad', 'Hoefblad Begeleiding', '0303'],
  ['lepelaar', 'Lepelaar Kindertherapie', '0050'],
  ['basaltzuil', 'Basaltzuil Jeugdzorg', '0995'],
  ['veldleeuwerik', 'Veldleeuwerik Gezinsteam', '0034'],
  ['stuifmeel', 'Stuifmeel Logeerhuizen', '0171'],
  ['wilgenkatje', 'Wilgenkatje Peuterhulp', '0034'],
  ['sluiswachter', 'De Sluiswachter', '0995'],
  ['morgenrood', 'Morgenrood Kleinschalig Wonen', '0303'],
  ['ijsvogel', 'IJsvogel Traumabehandeling', '0034'],
  ['getijdenhof', 'Getijdenhof', '0184'],
  ['bolderwagen', 'Bolderwagen Jeugdhulp', '0050'],
  ['kruispeiling', 'Kruispeiling 16-27', '0034'],
  ['aalscholver', 'Aalscholver Wonen', '0995'],
  ['meidoorn', 'Meidoorn Systeemtherapie', '0303'],
  ['noorderkaap', 'Noorderkaap Intensief', '0171'],
  ['vuurbaak', 'De Vuurbaak', '0034'],
  ['zandplaat', 'Zandplaat Begeleid Wonen', '0995'],
  ['elzenbroek', 'Elzenbroek Behandelgroepen', '0243'],
  ['veluwerand', 'Veluwerand Jeugdgroep', '0302'],
  ['ommelander', 'Ommelander Beschermd', '0193'],
  ['gooischboog', 'Gooise Boog Ambulant', '0402'],
];

const fosterCareProviders: readonly Row[] = [
  ['pleegbrug', 'Pleegbrug', '0995'],
  ['thuishaven-pleeg', 'Thuishaven Pleeggezinnen', '0034'],
  ['familiekring', 'Familiekring Pleegzorg', '0171'],
  ['kringloper', 'De Kringloper Pleegzorg', '0303'],
  ['nestwissel', 'Nestwissel', '0034'],
  ['warmeplek', 'Warme Plek Pleegouders', '0243'],
];

/** The youth-protection bodies and other partners: what they do, marked as an example. */
const partners: readonly (readonly [...Row, DemonstrationOrganisation['kind']])[] = [
  ['jeugdbescherming-west', 'Jeugdbescherming Westvoorbeeld', '0034', 'CERTIFIED_INSTITUTION'],
  ['jeugdbescherming-oost', 'Jeugdbescherming Oostvoorbeeld', '0995', 'CERTIFIED_INSTITUTION'],
  ['jeugdbescherming-landelijk', 'Gecertificeerde Instelling Voorbeeld', '0344', 'CERTIFIED_INSTITUTION'],
  ['veilig-thuis', 'Veilig Thuis (voorbeeld)', '0995', 'SAFE_HOME'],
  ['raad', 'Raad voor de Kinderbescherming (voorbeeld)', '0995', 'COUNCIL_FOR_CHILD_PROTECTION'],
  ['lokale-toegang-almere', 'Lokale toegang Almere (voorbeeld)', '0034', 'LOCAL_ACCESS'],
  ['lokale-toegang-dronten', 'Lokale toegang Dronten (voorbeeld)', '0303', 'LOCAL_ACCESS'],
  ['lokale-toegang-lelystad', 'Lokale toegang Lelystad (voorbeeld)', '0995', 'LOCAL_ACCESS'],
  ['lokale-toegang-noordoostpolder', 'Lokale toegang Noordoostpolder (voorbeeld)', '0171', 'LOCAL_ACCESS'],
  ['lokale-toegang-urk', 'Lokale toegang Urk (voorbeeld)', '0184', 'LOCAL_ACCESS'],
  ['lokale-toegang-zeewolde', 'Lokale toegang Zeewolde (voorbeeld)', '0050', 'LOCAL_ACCESS'],
  ['ggd', 'GGD (voorbeeld)', '0995', 'GGD'],
  ['aankoopcentrale', 'Aankoopcentrale (voorbeeld)', '0034', 'PROCUREMENT_CENTRE'],
];

function organisation(row: Row, kind: DemonstrationOrganisation['kind']): DemonstrationOrganisation {
  const [key, name, municipalityCode] = row;
  return { id: demonstrationId(`organisation:${key}`), key, name, kind, municipalityCode };
}

/** The 57 organisations: 44 care and foster-care providers and 13 others. */
export const organisations: readonly DemonstrationOrganisation[] = [
  ...careProviders.map((row) => organisation(row, 'CARE_PROVIDER')),
  ...fosterCareProviders.map((row) => organisation(row, 'FOSTER_CARE_PROVIDER')),
  ...partners.map(([key, name, code, kind]) => organisation([key, name, code], kind)),
];

/** Those that give care, and report of it. */
export const providers: readonly DemonstrationOrganisation[] = organisations.filter(
  ({ kind }) => kind === 'CARE_PROVIDER' || kind === 'FOSTER_CARE_PROVIDER',
);

/** The organisation of a key such as `rietvink`. Throws for a key that is not in the region. */
export function organisationByKey(key: string): DemonstrationOrganisation {
  const found = organisations.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`there is no organisation "${key}" in the demonstration region`);
  return found;
}

/** The local-access team of one of the six municipalities. */
export function localAccessOf(municipalityCode: string): DemonstrationOrganisation {
  const found = organisations.find(
    ({ kind, municipalityCode: code }) => kind === 'LOCAL_ACCESS' && code === municipalityCode,
  );
  if (!found)
    throw new Error(`no local access in ${municipalityCode}: the region is ${flevoland.municipalityCodes.join(', ')}`);
  return found;
}
