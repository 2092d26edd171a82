export interface ErrorText {
  /** HTTP status when the whole request is refused with this error. */
  status: number;
  nl: string;
  en: string;
}
