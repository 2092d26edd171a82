/** A text in both languages of the hub; `{name}` is filled in. */
export interface AdviceText {
  readonly nl: string;
  readonly en: string;
}

/** What to do about a value of any file, whatever it holds. */
export const generalTexts = {
  MISSING: {
    nl: 'Deze waarde ontbreekt. Geef haar mee.',
    en: 'This value is missing. Send it.',
  },
  TEXT: {
    nl: 'Geef een gewone tekst, zonder onzichtbare tekens.',
    en: 'Give a plain text, without invisible characters.',
  },
  PLAIN_VALUE: {
    nl: 'Geef een tekst of een getal, geen lijst of object.',
    en: 'Give a text or a number, no list or object.',
  },
  WHOLE: {
    nl: 'Vul een heel getal in, zonder tekst of punt, bijvoorbeeld 2.',
    en: 'Give a whole number, without text or a point, such as 2.',
  },
  RANGE: {
    nl: 'Vul een getal van {min} tot {max} in.',
    en: 'Give a number from {min} to {max}.',
  },
  DAY: {
    nl: 'Vul een dag in zoals 28-11-2026.',
    en: 'Give a day such as 28-11-2026 or 2026-11-28.',
  },
  DAY_RANGE: {
    nl: 'Vul een dag in van 2000 tot en met 2099, zoals 28-11-2026.',
    en: 'Give a day from 2000 up to 2099, such as 28-11-2026.',
  },
  MOMENT: {
    nl: 'Vul een dag in met de tijd, zoals 28-11-2026 09:00.',
    en: 'Give a day with the time, such as 28-11-2026 09:00.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    nl: 'Onder deze idempotency-key is al een ander bestand gestuurd. Geef dit bestand een eigen kenmerk in de header idempotency-key (npm run import: --key).',
    en: 'Another file was sent under this idempotency-key. Give this file a key of its own in the header idempotency-key (npm run import: --key).',
  },
} as const satisfies Record<string, AdviceText>;

/** The same for who fills in a sheet: it speaks of cells and columns. */
export const generalSheetTexts = {
  MISSING: {
    nl: 'Dit vak is leeg. Vul het in.',
    en: 'This cell is empty. Fill it in.',
  },
  BEYOND: {
    nl: 'In {column}{row} staat iets buiten de kolommen (een extra ; of ,?). Haal het weg.',
    en: 'There is something in {column}{row}, outside the columns (one ; or , too many?). Remove it.',
  },
  MOMENT: {
    nl: 'Vul een dag in zoals 28-11-2026, met of zonder tijd (28-11-2026 09:00), of laat het vak leeg.',
    en: 'Give a day such as 28-11-2026, with or without a time (28-11-2026 09:00), or leave the cell empty.',
  },
  CONTAINS_BSN: {
    nl: 'Hier staat een nummer dat een BSN kan zijn. De hub bewaart geen BSN: haal het weg.',
    en: 'There is a number here that may be a citizen service number (BSN). The hub keeps none: remove it.',
  },
} as const satisfies Record<string, AdviceText>;

/** What can be wrong with a value of any file as it is read. */
export type GeneralAdvice = keyof typeof generalTexts | keyof typeof generalSheetTexts;
