import type { ErrorText } from './error-text.js';

/** Errors about work that several people do together. */
export const workErrorTexts = {
  VERSION_CONFLICT: {
    status: 409,
    nl: 'Iemand anders heeft dit intussen gewijzigd: het is nu versie {version}. Haal het opnieuw op, kijk of uw wijziging nog klopt en stuur die met "version" {version}.',
    en: 'Somebody else has changed this meanwhile: it is version {version} now. Fetch it again, see whether your change still holds and send it with "version" {version}.',
  },
  CHECKLIST_INCOMPLETE: {
    status: 409,
    nl: 'De checklist voor een plaats in een groep is niet af. Er ontbreekt: {missing}. Vul dat aan met "answerChecklistItem" en rond de checklist af met "completeChecklist".',
    en: 'The checklist for a place in a group is not complete. This lacks: {missing}. Answer it with "answerChecklistItem" and complete the checklist with "completeChecklist".',
  },
  INSTITUTION_NOT_INVITED: {
    status: 409,
    nl: 'Bij dit kind is een gecertificeerde instelling betrokken. Nodig die uit voor de ronde tafel en geef dat aan met "isInstitutionInvited".',
    en: 'A certified institution is involved with this child. Invite it to the round table and say so with "isInstitutionInvited".',
  },
} as const satisfies Record<string, ErrorText>;
