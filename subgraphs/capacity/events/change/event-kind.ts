import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const EventKind = defineEnum(
  'EventKind',
  'What happened. New kinds may come: pass over one that you do not know.',
  {
    CAPACITY_REPORTED: 'cijfers gemeld',
    CAPACITY_CONFIRMED: 'cijfers bevestigd: niets veranderd',
    REPORT_WITHDRAWN: 'melding ingetrokken',
    OFFER_REGISTERED: 'aanbod toegevoegd of gewijzigd',
    OFFER_RETIRED: 'aanbod beëindigd',
    INTAKE_CLOSED: 'opnamestop ingegaan',
    INTAKE_REOPENED: 'opnamestop voorbij',
    FIGURE_DISPUTED: 'cijfer betwist',
    FIGURE_STALE: 'cijfer verouderd',
    HOLD_REQUESTED: 'reservering gevraagd',
    HOLD_ACCEPTED: 'reservering aangenomen',
    HOLD_REFUSED: 'reservering geweigerd',
    HOLD_RELEASED: 'reservering losgelaten',
    HOLD_EXPIRED: 'reservering verlopen',
    HOLD_PROLONGED: 'reservering verlengd tot de zorg moet starten',
    HOLD_CONVERTED: 'zorg gestart na reservering',
    WAITLIST_JOINED: 'op de wachtlijst gezet',
    WAITLIST_OFFERED: 'aangeboden vanaf de wachtlijst',
    WAITLIST_LEFT: 'van de wachtlijst af',
    REFERRAL_MADE: 'casus aan u voorgelegd',
    REFERRAL_WITHDRAWN: 'voorgelegde casus ingetrokken',
    SUBSCRIPTION_SUSPENDED: 'abonnement gestopt omdat bezorgen niet lukte',
  },
);
export type EventKind = (typeof EventKind.codes)[number];

/** The kind as it stands in the outbox and in what partners receive, such as `hold.expired`. */
export function outboxKind(kind: EventKind): string {
  return kind.toLowerCase().replace('_', '.');
}

const byOutboxKind = new Map(EventKind.codes.map((kind) => [outboxKind(kind), kind]));

/** The kind that an outbox names. Throws for one that partners are not told of. */
export function eventKind(kind: string): EventKind {
  const known = byOutboxKind.get(kind);
  if (known === undefined) throw new Error('the outbox names a kind that nobody is told of');
  return known;
}

const isPublic = /^(capacity|report|offer|intake|figure)\./;

/** Every kind that partners are told of. */
export const toldKinds: readonly string[] = [...byOutboxKind.keys()];

/** The kinds that tell no more than the offers themselves: open to whoever seeks help. */
export const publicKinds: readonly string[] = toldKinds.filter((kind) => isPublic.test(kind));
