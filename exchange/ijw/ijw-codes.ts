/** The codes of iJw 3.2 for those of the hub; what has none there has none here. */
type Codes = Readonly<Record<string, string>>;

/** WJ756. */
export const unitCodes: Codes = {
  ...{ MINUTE: '01', HOUR: '04', DAY: '14', DAYDEEL: '16', OUTPUT: '82', EURO: '83', EFFORT: '84' },
};

/** WMO757. */
export const frequencyCodes: Codes = { PER_DAY: '1', PER_WEEK: '2', PER_MONTH: '4', TOTAL: '6' };

/** COD327. Safe Home (Veilig Thuis) has none; that of who is no referrer by law is a guess. */
export const referrerCodes: Codes = {
  ...{ LOCAL_ACCESS: '01', GP: '02', YOUTH_DOCTOR: '03', CERTIFIED_INSTITUTION: '04', SPECIALIST: '05', JUDGE: '08' },
  ...{ PARENT: '06', CARE_PROVIDER: '06', EDUCATION: '06', OTHER: '06' },
};

/** JZ588. */
export const endReasonCodes: Codes = {
  ...{ DECEASED: '02', ACCORDING_TO_PLAN: '31', BY_CLIENT: '32', BY_PROVIDER: '33', BY_AGREEMENT: '34' },
  ...{ EXTERNAL: '35', BY_MUNICIPALITY: '36', CHANGE_REQUEST: '37', OTHER_PROVIDER: '38', OTHER_DOMAIN: '39' },
};
/** JZ588: interrupted for a while. */
export const interruptedCode = '20';

/** WJ232: of what it lists, only a supervision is known of a case. */
export const supervisionCode = '04';

/** COD467: told for the first time. */
export const firstDelivery = '1';

export type IjwMessage = 'JW301' | 'JW305' | 'JW307' | 'JW315';

/** COD002-VEKT. */
export const messageCodes: Readonly<Record<IjwMessage, string>> = {
  ...{ JW301: '436', JW305: '438', JW307: '440', JW315: '446' },
};
