import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const SubscriptionState = defineEnum('SubscriptionState', 'How a subscription to events stands.', {
  ACTIVE: 'actief',
  FAILING: 'bezorgen lukt niet, wordt opnieuw geprobeerd',
  SUSPENDED: 'gestopt omdat bezorgen te lang niet lukte',
  ENDED: 'opgezegd',
});
export type SubscriptionState = (typeof SubscriptionState.codes)[number];

export const DeliveryFailure = defineEnum('DeliveryFailure', 'Why an event could not be delivered.', {
  ADDRESS_NOT_ALLOWED: 'de naam van de server staat voor een adres dat niet openbaar is',
  NO_CONNECTION: 'geen verbinding met de server',
  TIMEOUT: 'geen antwoord op tijd',
  NOT_TAKEN: 'de server antwoordde met iets anders dan 2xx',
  GONE: 'de server antwoordde met 410: niet meer gewenst',
});
export type DeliveryFailure = (typeof DeliveryFailure.codes)[number];
