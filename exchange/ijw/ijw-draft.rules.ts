import { may, must, ofOwner, type Element, type WhyMissing } from './elements.js';
import type { ExportedPlacement } from './exported-placement.js';
import {
  endReasonCodes,
  firstDelivery,
  frequencyCodes,
  interruptedCode,
  messageCodes,
  referrerCodes,
  supervisionCode,
  unitCodes,
  type IjwMessage,
} from './ijw-codes.js';
import { dutchDay, dutchTime } from '../files/dutch-moments.js';

/** A draft of a message of iJw 3.2: what the hub knows of it, and what it leaves to the owner's own system. */
export interface IjwDraft {
  readonly message: IjwMessage;
  readonly placementId: string;
  readonly caseNumber: string;
  readonly ownReference: string | null;
  /** In the order of the message. */
  readonly elements: readonly Element[];
}

/** The elements that must be there and are not, all of them. */
export function missingOf({ elements }: IjwDraft): readonly Element[] {
  return elements.filter(({ missing }) => missing !== null);
}

/**
 * Drafts a message of a placement. `agb` chooses among the numbers of a provider that has several. What must be there follows the message
 * definitions of iJw 3.2 and their conditions; that of the number of the allocation in a start and a stop is the hub's own: without it nobody
 * knows what started.
 */
export function ijwDraft(message: IjwMessage, placement: ExportedPlacement, agb: string | null): IjwDraft {
  const { id, case: file } = placement;
  const elements = [...header(message, placement, agb), ...client(message, placement), ...bodies[message](placement)];
  const { number: caseNumber, ownReference = null } = file;
  return { message, placementId: id, caseNumber, ownReference, elements };
}

/** An allocation goes from the municipality to the provider; everything else the other way. */
function header(message: IjwMessage, { organisation, case: file }: ExportedPlacement, agb: string | null): Element[] {
  const isAllocation = message === 'JW301';
  const [toMunicipality, toProvider] = isAllocation ? ['Afzender', 'Ontvanger'] : ['Ontvanger', 'Afzender'];
  const municipality = must(`Header.${toMunicipality}`, file.responsibleMunicipality.code);
  const provider = providerOf(`Header.${toProvider}`, organisation?.agb ?? null, agb);
  return [
    must('Header.BerichtCode', messageCodes[message]),
    must('Header.BerichtVersie', '3'),
    must('Header.BerichtSubversie', '2'),
    ...(isAllocation ? [municipality, provider] : [provider, municipality]),
    ...ofOwner('Header.BerichtIdentificatie', 'Header.XsdVersie'),
  ];
}

function providerOf(path: string, known: readonly string[] | null, asked: string | null): Element {
  if (known === null) return must(path, null, 'NO_PROVIDER');
  if (asked !== null) return must(path, known.includes(asked) ? asked : null);
  return must(path, known.length === 1 ? known[0] : null, known.length > 1 ? 'SEVERAL' : 'NOT_RECORDED');
}

function client(message: IjwMessage, { case: file }: ExportedPlacement): Element[] {
  const person = ofOwner('Client.Bsn', 'Client.Geboortedatum', 'Client.Geslacht', 'Client.Naam');
  if (message !== 'JW301') return person;
  const status = file.measures.includes('SUPERVISION') ? supervisionCode : null;
  return [...person, may('Client.JuridischeStatus', status), ...ofOwner('Client.Contactgegevens')];
}

const bodies: Readonly<Record<IjwMessage, (of: ExportedPlacement) => Element[]>> = {
  JW301: allocation,
  JW305: start,
  JW307: stop,
  JW315: request,
};

function allocation(of: ExportedPlacement): Element[] {
  const at = 'Client.ToegewezenProducten.ToegewezenProduct';
  return [
    must(`${at}.ToewijzingNummer`, of.product?.allocationNumber),
    ...products(at, of),
    must(`${at}.Toewijzingsdatum`, dutchDay(of.allocatedAt)),
    must(`${at}.Toewijzingstijd`, dutchTime(of.allocatedAt)),
    must(`${at}.Ingangsdatum`, of.product?.startOn),
    end(`${at}.Einddatum`, of),
    ...amount(at, of),
  ];
}

function start(of: ExportedPlacement): Element[] {
  const at = 'Client.StartProducten.StartProduct';
  return [...begun(at, of), must(`${at}.StatusAanlevering`, firstDelivery)];
}

function stop(of: ExportedPlacement): Element[] {
  const at = 'Client.StopProducten.StopProduct';
  const isInterrupted = of.status === 'PAUSED';
  const hasStopped = isInterrupted || of.status === 'ENDED';
  const reason = isInterrupted ? interruptedCode : codeOf(endReasonCodes, of.endReason);
  const stoppedAt = isInterrupted ? of.pausedAt : of.endedAt;
  return [
    ...begun(at, of),
    must(`${at}.RedenBeeindiging`, hasStopped ? reason : null, hasStopped ? 'NOT_RECORDED' : 'NOT_YET'),
    must(`${at}.Einddatum`, hasStopped ? dutchDay(stoppedAt) : null, 'NOT_YET'),
    must(`${at}.StatusAanlevering`, firstDelivery),
  ];
}

/** What start and stop share: what was allocated, and when it began. */
function begun(at: string, of: ExportedPlacement): Element[] {
  return [
    must(`${at}.ToewijzingNummer`, of.product?.allocationNumber),
    ...products(at, of),
    may(`${at}.ToewijzingIngangsdatum`, of.product?.startOn),
    must(`${at}.Begindatum`, dutchDay(of.startedAt), 'NOT_YET'),
  ];
}

/** Its reference is that of the referral, which the provider knows, else that of the placement: neither says anything of the child. */
function request(of: ExportedPlacement): Element[] {
  const at = 'Client.AangevraagdeProducten.AangevraagdProduct';
  const type = codeOf(referrerCodes, of.referrer);
  const isNamed = type !== null && namedReferrers.includes(type);
  return [
    must(`${at}.ReferentieAanbieder`, of.referral?.id ?? of.id),
    ...products(at, of),
    must(`${at}.ToewijzingIngangsdatum`, of.product?.startOn),
    end(`${at}.ToewijzingEinddatum`, of),
    ...amount(at, of),
    must(`${at}.Verwijzer.Type`, type, of.referrer === null ? 'NOT_RECORDED' : 'NO_CODE'),
    ...(isNamed ? ofOwner(`${at}.Verwijzer.ZorgverlenerCode`) : []),
  ];
}

/** Referrers of whom the code, or else the name, is told as well (CD066, CD067). */
const namedReferrers: readonly string[] = ['02', '03', '04', '05'];

/** What was told of the product itself; where nothing was, what the offer says. */
function productOf({ product, offer }: ExportedPlacement) {
  if (product?.category != null) return { category: product.category, code: product.code };
  return { category: offer?.category ?? null, code: offer?.productCode ?? null };
}

/** A product must be there where no budget is (CD079); the hub knows no budgets. */
function products(at: string, of: ExportedPlacement): Element[] {
  const { category, code } = productOf(of);
  return [must(`${at}.Product.Categorie`, category), may(`${at}.Product.Code`, code)];
}

/** Of a product with a code an amount must be told, of any other it may not (CD041, CD080, CD095). */
function amount(at: string, of: ExportedPlacement): Element[] {
  if (productOf(of).code === null) return [];
  const { volume, unit, frequency } = of.product ?? { volume: null, unit: null, frequency: null };
  return [
    must(`${at}.Omvang.Volume`, volume),
    must(`${at}.Omvang.Eenheid`, codeOf(unitCodes, unit)),
    must(`${at}.Omvang.Frequentie`, codeOf(frequencyCodes, frequency)),
  ];
}

/** What counts by the week has an end (CD076). */
function end(path: string, { product }: ExportedPlacement): Element {
  const tell = product?.frequency === 'PER_WEEK' ? must : may;
  return tell(path, product?.endOn);
}

function codeOf(codes: Readonly<Record<string, string>>, of: string | null): string | null {
  return of === null ? null : (codes[of] ?? null);
}

/** The elements that are missing, with why, as an error tells them. */
export function tellMissing(
  missing: readonly { readonly path: string; readonly missing: WhyMissing | null }[],
): string {
  return missing.map(({ path, missing: why }) => `${path} (${why ?? ''})`).join(', ');
}
