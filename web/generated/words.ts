// Written by `npm run compose`: change the schema, the vocabulary or the operation instead.

export const ageBand = {
  AGE_0_3: "0 tot en met 3 jaar",
  AGE_4_11: "4 tot en met 11 jaar",
  AGE_12_15: "12 tot en met 15 jaar",
  AGE_16_17: "16 en 17 jaar",
  AGE_18_22: "18 tot en met 22 jaar",
  AGE_23_27: "23 tot en met 27 jaar",
} as const;
export type AgeBand = keyof typeof ageBand;

export const breakGlassReason = {
  IMMEDIATE_DANGER: "acuut gevaar voor het kind of een ander",
  CRISIS_PLACEMENT: "nu een plek nodig, dicht bij of juist ver van huis",
  MISSING_CHILD: "het kind is vermist of weggelopen",
  OWNER_UNREACHABLE: "de casushouder is niet te bereiken en wachten kan niet",
  OTHER: "een andere reden, die de toelichting noemt",
} as const;
export type BreakGlassReason = keyof typeof breakGlassReason;

export const breakGlassVerdict = {
  JUSTIFIED: "terecht",
  UNJUSTIFIED: "onterecht",
  FURTHER_INQUIRY: "nader onderzoek",
} as const;
export type BreakGlassVerdict = keyof typeof breakGlassVerdict;

export const capacityStatus = {
  HAS_CAPACITY: "er is plaats",
  NO_CAPACITY: "er is geen plaats",
  WAITLIST: "er is een wachtlijst",
  ADDITIONAL_ASSESSMENT_REQUIRED: "eerst nader onderzoek nodig",
  UNKNOWN: "onbekend",
} as const;
export type CapacityStatus = keyof typeof capacityStatus;

export const capacityUnit = {
  PLACE: "plaats (bed)",
  HOUR_PER_WEEK: "uur per week",
  DAYDEEL: "dagdeel (4 uur)",
  TRAJECTORY: "traject",
  FAMILY: "gezin",
} as const;
export type CapacityUnit = keyof typeof capacityUnit;

export const caseEventKind = {
  OPENED: "casus geopend",
  NEED_DESCRIBED: "hulpvraag beschreven",
  FACTS_CHANGED: "gegevens gewijzigd",
  HANDED_OVER: "casus overgedragen",
  CLOSED: "casus afgesloten",
  REOPENED: "casus heropend",
  CONSULTED: "vraag binnengekomen",
  CONTACT: "contact",
  OUTCOME: "resultaat vastgesteld",
  REFERRED: "voorgelegd aan een aanbieder",
  REFERRAL_WITHDRAWN: "verwijzing ingetrokken",
  REFERRAL_EXPIRED: "verwijzing verlopen",
  REFERRAL_ACCEPTED: "aangenomen door de aanbieder",
  REFERRAL_DECLINED: "afgewezen door de aanbieder",
  OPTION_JUDGED: "mogelijkheid gewogen",
  CARE_ALLOCATED: "zorg toegewezen",
  CARE_STARTED: "zorg gestart",
  CARE_ENDED: "zorg gestopt",
  CARE_CANCELLED: "zorg niet gestart",
  DISCHARGE_BLOCKED: "kan weg en gaat niet: knelpunt vastgelegd",
  DISCHARGE_FREE: "knelpunt opgelost",
  DUO_DEPLOYED: "duo ingezet",
  DUO_ENDED: "inzet van het duo gestopt",
  DUO_CANCELLED: "inzet van het duo afgezegd",
  MENTOR_REGISTERED: "JIM geregistreerd",
  TABLE_PLANNED: "ronde tafel gepland",
  TABLE_HELD: "ronde tafel gehouden",
  TABLE_CANCELLED: "ronde tafel afgezegd",
  CHECKLIST_COMPLETED: "checklist plaatsing residentieel afgerond",
  CONSENT_RECORDED: "toestemming vastgelegd",
  CONSENT_WITHDRAWN: "toestemming ingetrokken",
  GLASS_BROKEN: "noodtoegang",
  LOOKED_AT: "ingezien",
  LOOK_REFUSED: "inzage geweigerd",
} as const;
export type CaseEventKind = keyof typeof caseEventKind;

export const caseStatus = {
  OPEN: "open",
  CLOSED: "afgesloten",
} as const;
export type CaseStatus = keyof typeof caseStatus;

export const characteristic = {
  AUTISM: "autisme",
  ADHD: "ADHD",
  MILD_INTELLECTUAL_DISABILITY: "licht verstandelijke beperking",
  TRAUMA: "trauma",
  ATTACHMENT: "hechtingsproblematiek",
  ANXIETY_DEPRESSION: "angst of somberheid",
  SELF_HARM: "zelfbeschadiging",
  SUICIDALITY: "suïcidaliteit",
  EATING_DISORDER: "eetstoornis",
  PSYCHOSIS: "psychose",
  AGGRESSION: "agressie",
  SEXUALISED_BEHAVIOUR: "seksueel grensoverschrijdend gedrag",
  ADDICTION: "verslaving",
  OFFENDING: "delictgedrag",
  RUNNING_AWAY: "weglopen",
  SCHOOL_REFUSAL: "thuiszitten",
  PHYSICAL_DISABILITY: "lichamelijke beperking",
  MEDICAL_CARE: "medische zorg",
  SENSORY_IMPAIRMENT: "zintuiglijke beperking",
  YOUNG_PARENT: "jonge ouder",
  REFUGEE: "vluchteling",
  PARENTAL_CONFLICT: "conflict tussen ouders",
  DOMESTIC_VIOLENCE: "huiselijk geweld",
  PARENT_PSYCHIATRIC: "psychiatrie bij een ouder",
  PARENT_ADDICTION: "verslaving bij een ouder",
  LGBTQ: "lhbtiq+",
  EXPLOITATION_RISK: "risico op uitbuiting",
} as const;
export type Characteristic = keyof typeof characteristic;

export const consultationChannel = {
  PHONE: "telefoon",
  EMAIL: "e-mail",
  ROUND_TABLE: "ronde tafel",
  FORM: "formulier",
} as const;
export type ConsultationChannel = keyof typeof consultationChannel;

export const consultationStatus = {
  RECEIVED: "ontvangen, nog geen contact",
  CONTACTED: "eerste contact geweest",
  IN_CONSULTATION: "in consultatie",
  ROUND_TABLE_PLANNED: "ronde tafel gepland",
  ROUND_TABLE_HELD: "ronde tafel gehouden",
  TEAM_DEPLOYED: "team ingezet",
  EXPLANATORY_ANALYSIS: "verklarende analyse loopt",
  REFERRED_TO_RET: "verwezen naar de Regionale Expert Tafel (RET)",
  MATCHING: "passend aanbod wordt gezocht",
  CLOSED: "afgesloten",
  ABANDONED: "afgebroken",
} as const;
export type ConsultationStatus = keyof typeof consultationStatus;

export const contactKind = {
  PHONE: "telefoon",
  VIDEO_CALL: "videogesprek",
  EMAIL: "e-mail",
  VISIT: "bezoek",
  MEETING: "overleg",
} as const;
export type ContactKind = keyof typeof contactKind;

export const exclusionCode = {
  RUNG_NOT_SOUGHT: "Deze trede van hulp wordt niet gezocht.",
  TOO_HEAVY: "De hulp is zwaarder dan de zwaarste trede die mag worden voorgesteld.",
  AGE: "De leeftijd past niet bij dit aanbod.",
  SEX: "Het aanbod is voor het andere geslacht.",
  LEGAL_FRAMEWORK: "Het aanbod werkt niet binnen dit juridisch kader.",
  EXCLUSION: "Het aanbod sluit een kenmerk van het kind of gezin uit.",
  TARGET_GROUP: "Het aanbod is voor een andere doelgroep.",
  CHILDREN_TOGETHER: "Er kunnen niet genoeg kinderen samen terecht.",
  INTAKE_CLOSED: "Er geldt een opnamestop.",
  NO_CONTRACT: "De betalende gemeente heeft geen contract voor dit aanbod.",
  TOO_FAR: "Het aanbod is verder weg dan de grootste afstand.",
} as const;
export type ExclusionCode = keyof typeof exclusionCode;

export const freshnessState = {
  FRESH: "actueel",
  AGING: "wordt oud",
  STALE: "verouderd",
  UNKNOWN: "niet bekend",
} as const;
export type FreshnessState = keyof typeof freshnessState;

export const holdState = {
  REQUESTED: "gevraagd, wacht op antwoord van de aanbieder",
  ACTIVE: "toegezegd door de aanbieder",
  CONVERTED: "de zorg is gestart",
  REFUSED: "afgewezen door de aanbieder",
  RELEASED: "vrijgegeven",
  EXPIRED: "verlopen",
  ENDED: "de zorg is gestopt",
} as const;
export type HoldState = keyof typeof holdState;

export const ladderRung = {
  OWN_HOME: "thuis, zonder jeugdhulp",
  LOCAL_TEAM: "wijkteam of lokale toegang",
  COMMUNITY_SUPPORT: "steungezin, buurtgezin of buddy",
  MENTOR_JIM: "JIM: mentor die de jeugdige zelf kiest",
  AMBULATORY: "ambulante hulp",
  INTENSIVE_AMBULATORY: "intensieve ambulante hulp",
  DAY_TREATMENT: "dagbehandeling",
  PART_TIME_RESPITE: "deeltijdverblijf of logeren",
  KINSHIP_FOSTER: "netwerkpleegzorg",
  FOSTER: "pleegzorg",
  FAMILY_HOME: "gezinshuis",
  SMALL_SCALE: "kleinschalige voorziening",
  ASSISTED_LIVING: "begeleid wonen of kamertraining",
  RESIDENTIAL_GROUP: "leef- of behandelgroep",
  SECURE: "gesloten jeugdhulp (JeugdzorgPlus)",
  TAILORED: "maatwerkarrangement",
} as const;
export type LadderRung = keyof typeof ladderRung;

export const legalFramework = {
  VOLUNTARY: "vrijwillig",
  SUPERVISION: "ondertoezichtstelling",
  GUARDIANSHIP: "voogdij",
  SECURE_AUTHORISATION: "machtiging gesloten jeugdhulp",
  YOUTH_PROBATION: "jeugdreclassering",
  WMO: "Wmo (18 jaar en ouder)",
} as const;
export type LegalFramework = keyof typeof legalFramework;

export const missingReason = {
  STALE: "het cijfer is verouderd",
  UNKNOWN: "er is geen cijfer bekend",
} as const;
export type MissingReason = keyof typeof missingReason;

export const placeFeature = {
  STEP_FREE: "drempelvrij",
  OWN_ROOM: "eigen kamer",
  PETS: "huisdieren",
  NO_PETS: "geen huisdieren",
  SMOKE_FREE: "rookvrij",
  NEAR_PUBLIC_TRANSPORT: "bij openbaar vervoer",
  RURAL: "landelijk gelegen",
  BOYS_ONLY: "alleen jongens",
  GIRLS_ONLY: "alleen meisjes",
  RELIGIOUS_HOUSEHOLD: "gelovig gezin",
  HALAL: "halal",
  VEGETARIAN: "vegetarisch",
  SIGN_LANGUAGE: "gebarentaal",
  SECRET_LOCATION: "geheime locatie",
} as const;
export type PlaceFeature = keyof typeof placeFeature;

export const publishMethod = {
  MACHINE: "automatisch",
  MANUAL: "met de hand",
  IMPORT: "uit een bestand",
  PHONED: "telefonisch",
} as const;
export type PublishMethod = keyof typeof publishMethod;

export const reasonCode = {
  RUNG: "de trede van de ladder",
  FIRST: "staat bovenaan",
  AFTER_CONTRACT: "na de vorige door het contract",
  AFTER_RUNG: "na de vorige door de trede",
  AFTER_START: "na de vorige door het begin",
  AFTER_FRESHNESS: "na de vorige door de ouderdom van het cijfer",
  AFTER_DELIVERY: "na de vorige door uren of tijden",
  AFTER_HOME: "na de vorige door de afstand tot thuis",
  AFTER_SCHOOL: "na de vorige door de afstand tot school",
  AFTER_FAIRNESS: "na de vorige door een eerdere reservering",
  AFTER_TIE: "gelijk aan de vorige",
  CONTRACTED: "onder contract",
  NOT_CONTRACTED: "niet onder contract",
  STARTS_IN_TIME: "kan op tijd beginnen",
  STARTS_LATER: "kan later beginnen",
  START_UNKNOWN: "begin niet bekend",
  FIGURE_AGING: "cijfer wordt oud",
  FIGURE_STALE: "cijfer is verouderd",
  FIGURE_MISSING: "geen cijfer bekend",
  FIGURE_DISPUTED: "cijfer wordt betwist",
  HOURS_NOT_MET: "gevraagde uren niet vrij of niet bekend",
  WINDOWS_NOT_MET: "niet op alle gevraagde tijden",
  DISTANCE_UNKNOWN: "afstand niet te bepalen",
  NEAR_HOME: "afstand tot thuis",
  NEAR_SCHOOL: "afstand tot school",
  TARGET_GROUP: "passend voor de doelgroep",
  LANGUAGE: "spreekt de taal",
  PLACE_FEATURE: "heeft gewenste kenmerken",
  CRISIS_PLACE: "crisisplek",
  ASSESSMENT_REQUIRED: "eerst nader onderzoek",
  SEX_NOT_GIVEN: "geslacht navragen",
  NEVER_HELD: "nog niet eerder gereserveerd",
} as const;
export type ReasonCode = keyof typeof reasonCode;

export const referrerKind = {
  LOCAL_ACCESS: "lokale toegang (iJw 01)",
  CERTIFIED_INSTITUTION: "gecertificeerde instelling (iJw 04)",
  SAFE_HOME: "Veilig Thuis",
  PARENT: "ouder (iJw 06)",
  CARE_PROVIDER: "zorgaanbieder (iJw 06)",
  EDUCATION: "onderwijs (iJw 06)",
  OTHER: "anders (iJw 06)",
  GP: "huisarts (iJw 02)",
  YOUTH_DOCTOR: "jeugdarts (iJw 03)",
  SPECIALIST: "medisch specialist (iJw 05)",
  JUDGE: "rechter (iJw 08)",
} as const;
export type ReferrerKind = keyof typeof referrerKind;

export const sex = {
  FEMALE: "meisje",
  MALE: "jongen",
} as const;
export type Sex = keyof typeof sex;

export const teamKind = {
  ACCELERATION: "Versnellingsteam",
  AMBULATORY_DUO: "ambulant team dat in duo's werkt",
  RET: "regionaal expertteam (RET)",
  RET_2_0: "RET 2.0",
  DEDICATED: "Dedicated Team",
  ENABLING_CREW: "Enabling Crew: maakt mogelijk, beslist niet",
  PROJECT_GROUP: "projectgroep",
  TASK_CREW: "klusploeg",
  LOCAL_TEAM: "lokaal team",
  FACT: "FACT-team",
  EXPERT_TEAM: "expertteam",
  POLICY_GROUP: "beleidsgroep",
  SAFETY_TEAM: "regionaal veiligheidsteam",
} as const;
export type TeamKind = keyof typeof teamKind;

export const timeWindow = {
  DAYTIME: "overdag",
  AFTER_SCHOOL: "na school",
  EVENING: "avond",
  NIGHT: "nacht",
  WEEKEND: "weekend",
} as const;
export type TimeWindow = keyof typeof timeWindow;
