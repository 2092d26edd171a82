/** The codes of the information protocol Beleidsinformatie Jeugd (CBS, version 7) for those of the hub. */
type Codes = Readonly<Record<string, string>>;

/** Form of help (3.3), by rung. Intensive help at home is given in the network of the child; of a tailored arrangement the content decides. */
export const helpForms: Codes = {
  ...{ LOCAL_TEAM: '01', AMBULATORY: '02', DAY_TREATMENT: '03', INTENSIVE_AMBULATORY: '04', KINSHIP_FOSTER: '11' },
  ...{ FOSTER: '11', PART_TIME_RESPITE: '12', FAMILY_HOME: '12', SECURE: '13', SMALL_SCALE: '14' },
  ...{ RESIDENTIAL_GROUP: '14', ASSISTED_LIVING: '14' },
};

/** Help that a local team gives is free to enter, and so has no referrer by definition (3.2). */
export const freeToEnter = '01';

/** Referrer (3.2). What began by way of a school counts as by the municipality; Safe Home (Veilig Thuis) has no code. */
export const referrers: Codes = {
  ...{ LOCAL_ACCESS: '01', EDUCATION: '01', GP: '02', YOUTH_DOCTOR: '03', CERTIFIED_INSTITUTION: '04' },
  ...{ SPECIALIST: '05', PARENT: '06', CARE_PROVIDER: '06', OTHER: '06', JUDGE: '08' },
};
export const noReferrer = '06';

/**
 * Why help ended (3.7). Who goes on under another law ended according to plan; death is of outside. Whose initiative a change of provider, of
 * the allocation or by the municipality was, the hub does not know: CBS asks just that, so that these have no code.
 */
export const endReasons: Codes = {
  ...{ ACCORDING_TO_PLAN: '01', OTHER_DOMAIN: '01', BY_AGREEMENT: '02', BY_CLIENT: '03', BY_PROVIDER: '04' },
  ...{ EXTERNAL: '05', DECEASED: '05' },
};

export const yes = '01';
export const no = '02';
