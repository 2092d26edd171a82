import type { ConsentPurpose } from '../../generated/words.js';

/** What is agreed to, in few words: those of the vocabulary are a sentence. */
export const agreedTo: Readonly<Record<ConsentPurpose, string>> = {
  SHARING_WITH_PROVIDER: 'de hulpvraag delen met aanbieders',
  GIVING_HELP: 'hulp geven',
};
