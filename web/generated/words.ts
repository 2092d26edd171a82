// Written by `npm run compose`: change the schema, the vocabulary or the operation instead.

export const abandonReason = {
  NOT_REACHED: "verwijzer niet bereikt",
  WITHDRAWN: "vraag ingetrokken",
  DUPLICATE: "dubbel geregistreerd",
  ELSEWHERE: "hoort bij een andere regio of dienst",
  OTHER: "anders",
} as const;
export type AbandonReason = keyof typeof abandonReason;

export const ageBand = {
  AGE_0_3: "0 tot en met 3 jaar",
  AGE_4_11: "4 tot en met 11 jaar",
  AGE_12_15: "12 tot en met 15 jaar",
  AGE_16_17: "16 en 17 jaar",
  AGE_18_22: "18 tot en met 22 jaar",
  AGE_23_27: "23 tot en met 27 jaar",
} as const;
export type AgeBand = keyof typeof ageBand;

export const alternativeVerdict = {
  TRIED: "geprobeerd",
  NOT_SUITABLE: "niet passend",
  NO_CAPACITY: "geen plek",
} as const;
export type AlternativeVerdict = keyof typeof alternativeVerdict;

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

export const checklistState = {
  OPEN: "wordt ingevuld",
  COMPLETE: "afgerond",
} as const;
export type ChecklistState = keyof typeof checklistState;

export const closureReason = {
  STAFF_SHORTAGE: "te weinig personeel",
  GROUP_SAFETY: "veiligheid van de groep",
  RENOVATION: "verbouwing",
  INFECTION: "besmettelijke ziekte",
  FULL: "vol",
  OTHER: "andere reden",
} as const;
export type ClosureReason = keyof typeof closureReason;

export const consentParty = {
  YOUTH: "de jeugdige zelf",
  PARENT: "de ouder of ouders met gezag, samen",
  GUARDIAN: "de voogd",
} as const;
export type ConsentParty = keyof typeof consentParty;

export const consentPurpose = {
  GIVING_HELP: "hulp verlenen",
  SHARING_WITH_PROVIDER: "de hulpvraag onder pseudoniem delen met een aanbieder die zou kunnen helpen",
} as const;
export type ConsentPurpose = keyof typeof consentPurpose;

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

export const declineReason = {
  NO_CAPACITY: "toch geen plaats",
  WRONG_AGE: "de leeftijd past niet",
  EXCLUDED_PROBLEM: "deze problematiek wordt niet behandeld",
  NOT_ELIGIBLE: "voldoet niet aan de voorwaarden",
  OUT_OF_AREA: "buiten het werkgebied",
  STAFF_MISSING: "te weinig personeel",
  GROUP_MIX: "past niet in de groep",
  MISSING_INFORMATION: "er ontbreekt informatie",
  PARENT_OR_YOUTH_DECLINES: "ouder of jeugdige wil niet",
  CARER_DECLINES: "pleegouder of gezinshuisouder wil niet",
  SAFETY: "niet veilig voor het kind of de groep",
  NO_CONTRACT: "geen contract",
  OTHER: "andere reden, zie de toelichting",
} as const;
export type DeclineReason = keyof typeof declineReason;

export const deploymentActionKind = {
  PRACTICAL_HELP: "praktische hulp, zoals een stapelbed in elkaar zetten",
  FAMILY_TALK: "gesprek met het gezin",
  PARENTING_SUPPORT: "hulp bij de opvoeding",
  NETWORK_MEETING: "overleg met het eigen netwerk van het gezin",
  SCHOOL_CONTACT: "contact met school",
  OTHER_DOMAIN: "geldzaken, wonen of een ander domein",
  CRISIS_RESPONSE: "hulp bij crisis",
} as const;
export type DeploymentActionKind = keyof typeof deploymentActionKind;

export const deploymentEndReason = {
  GOAL_REACHED: "het doel is bereikt",
  HANDED_OVER: "overgedragen aan andere hulp",
  FAMILY_STOPPED: "het gezin wil niet verder",
  NOT_SUCCESSFUL: "niet gelukt",
  MISTAKE: "bij vergissing afgesproken",
} as const;
export type DeploymentEndReason = keyof typeof deploymentEndReason;

export const deploymentPurpose = {
  PREVENT_OUT_OF_HOME: "voorkomen dat het kind uit huis gaat",
  SHORTEN_STAY: "het verblijf buitenshuis verkorten",
} as const;
export type DeploymentPurpose = keyof typeof deploymentPurpose;

export const deploymentStatus = {
  PLANNED: "afgesproken, nog niet begonnen",
  ACTIVE: "het duo is bij het gezin",
  ENDED: "beëindigd",
} as const;
export type DeploymentStatus = keyof typeof deploymentStatus;

export const duoReasonCode = {
  DIFFERENT_ORGANISATIONS: "Van twee verschillende organisaties.",
  COMPLEMENTARY_DISCIPLINES: "Met twee verschillende functies.",
  EXPERTISE: "Thuis in wat er speelt.",
  LANGUAGE: "Spreekt de taal van het gezin.",
  SAME_ORGANISATION: "Van dezelfde organisatie.",
} as const;
export type DuoReasonCode = keyof typeof duoReasonCode;

export const endReason = {
  DECEASED: "overlijden (02)",
  ACCORDING_TO_PLAN: "volgens plan (31)",
  BY_CLIENT: "door de jeugdige of het gezin (32)",
  BY_PROVIDER: "door de aanbieder (33)",
  BY_AGREEMENT: "in overleg, voortijdig (34)",
  EXTERNAL: "door omstandigheden van buiten (35)",
  BY_MUNICIPALITY: "door de gemeente (36)",
  CHANGE_REQUEST: "na een verzoek om wijziging (37)",
  OTHER_PROVIDER: "overstap naar een andere aanbieder (38)",
  OTHER_DOMAIN: "overstap naar een ander domein (39)",
} as const;
export type EndReason = keyof typeof endReason;

export const escalationReason = {
  TOO_LATE: "het duurt te lang",
  NO_AGREEMENT: "betrokkenen worden het niet eens",
  OTHER_DOMAIN: "een ander domein is nodig, zoals wonen of schulden",
  RULES: "regels staan in de weg",
} as const;
export type EscalationReason = keyof typeof escalationReason;

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

export const experienceCode = {
  HELP_AT_HOME: "als kind hulp thuis gehad",
  FOSTER_CARE: "als kind in een pleeggezin gewoond",
  FAMILY_HOME: "als kind in een gezinshuis gewoond",
  GROUP_CARE: "als kind in een leef- of behandelgroep gewoond",
  SECURE_CARE: "als kind in gesloten jeugdhulp gewoond",
  GUARDIANSHIP: "als kind een jeugdbeschermer gehad",
  RETURNED_HOME: "na een uithuisplaatsing weer thuis gaan wonen",
  LEAVING_CARE: "na jeugdhulp zelfstandig geworden",
  PARENT_WITH_HELP_AT_HOME: "als ouder hulp thuis gehad",
  PARENT_OF_PLACED_CHILD: "als ouder een uithuisplaatsing meegemaakt",
  PARENT_IN_DIVORCE: "als ouder een complexe scheiding meegemaakt",
  FAMILY_IN_DEBT: "als gezin schulden gehad",
  SIBLING: "broer of zus van een kind met jeugdhulp",
  FOSTER_PARENT: "pleegouder geweest",
} as const;
export type ExperienceCode = keyof typeof experienceCode;

export const expertiseCode = {
  AUTISM: "autisme",
  ADHD: "ADHD",
  ATTACHMENT: "hechting",
  TRAUMA: "trauma",
  MILD_INTELLECTUAL_DISABILITY: "licht verstandelijke beperking (LVB)",
  CHILD_PSYCHIATRY: "kinder- en jeugdpsychiatrie",
  ADULT_PSYCHIATRY: "psychiatrie bij ouders",
  ADDICTION: "verslaving",
  EATING_DISORDERS: "eetstoornissen",
  SUICIDE_PREVENTION: "suïcidepreventie",
  SYSTEMIC_THERAPY: "systeemtherapie",
  PARENTING_SUPPORT: "opvoedondersteuning",
  DIVORCE: "complexe scheiding",
  SAFETY: "veiligheid en huiselijk geweld",
  FOSTER_CARE: "pleegzorg",
  PRACTICAL_SUPPORT: "praktische hulp in het gezin",
  HOUSING: "wonen",
  DEBT: "schulden",
  EDUCATION: "onderwijs",
  TRANSITION_TO_ADULTHOOD: "overgang naar volwassenheid (16-27)",
  CULTURAL_MEDIATION: "culturele bemiddeling",
  EXPERIENCE_EXPERTISE: "ervaringsdeskundigheid",
  YOUTH_LAW: "jeugdrecht",
} as const;
export type ExpertiseCode = keyof typeof expertiseCode;

export const expertiseLevel = {
  BASIC: "basis",
  EXPERIENCED: "ervaren",
  SPECIALIST: "specialist",
} as const;
export type ExpertiseLevel = keyof typeof expertiseLevel;

export const familyFormReason = {
  UNSAFE_FOR_CHILD: "niet veilig voor het kind",
  UNSAFE_FOR_FAMILY: "niet veilig voor het gezin",
  TREATMENT_NEEDED: "behandeling nodig die in een gezin niet kan",
  REPEATED_BREAKDOWN: "eerdere plaatsingen in een gezin liepen stuk",
  YOUTH_DECLINES: "de jeugdige wil niet in een ander gezin",
  JUDGE_DECIDED: "de rechter besliste anders",
} as const;
export type FamilyFormReason = keyof typeof familyFormReason;

export const freshnessState = {
  FRESH: "actueel",
  AGING: "wordt oud",
  STALE: "verouderd",
  UNKNOWN: "niet bekend",
} as const;
export type FreshnessState = keyof typeof freshnessState;

export const goalGap = {
  NO_BASELINE: "er is geen nulmeting bekend",
  NO_TARGET: "er is geen getal afgesproken",
  NOTHING_YET: "er is dat jaar nog niets om te tellen",
  NOT_RECORDED: "de hub legt dit niet vast",
} as const;
export type GoalGap = keyof typeof goalGap;

export const goalMeasure = {
  OUT_OF_HOME_PREVENTED: "kinderen die thuis konden blijven wonen",
  RESIDENTIAL_UNDER_12: "kinderen onder 12 in een leefgroep of gesloten jeugdhulp, op de laatste dag",
  MENTORS: "kinderen met een zelf gekozen mentor (JIM)",
  INTENSIVE_AMBULATORY: "gezinnen met een intensief ambulant traject",
  CASE_WEEK_UNDER_12: "kinderen onder 12 die in de Week van de Casus zijn besproken",
  RET_THREATENED: "kinderen met dreigende uithuisplaatsing die in het RET zijn besproken",
  CHECKLIST_USED: "plaatsingen in een leefgroep met afgeronde checklist, in procenten",
  NORMAL_PLACES: "nieuwe voorzieningen die zo gewoon mogelijk zijn",
  BREAKDOWN_PREVENTED: "voorkomen breakdowns in pleeggezinnen",
} as const;
export type GoalMeasure = keyof typeof goalMeasure;

export const goalOperator = {
  AT_LEAST: "ten minste",
  AT_MOST: "ten hoogste",
  LESS_THAN_BASELINE_BY: "zoveel minder dan de nulmeting",
} as const;
export type GoalOperator = keyof typeof goalOperator;

export const handOnReason = {
  OTHER_EXPERTISE: "andere deskundigheid nodig",
  OTHER_AREA: "ander werkgebied",
  NO_TIME: "geen ruimte binnen de termijn",
  TOO_CLOSE: "zelf te nauw betrokken",
} as const;
export type HandOnReason = keyof typeof handOnReason;

export const holdAnswer = {
  ACCEPT: "ja, de plaats is toegezegd",
  REFUSE: "nee, met een reden",
} as const;
export type HoldAnswer = keyof typeof holdAnswer;

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

export const interventionKind = {
  REFERRED_TO_REGULAR_CARE: "verwezen naar reguliere zorg",
  TAILOR_MADE: "maatwerk",
  NON_CONTRACTED_OFFER: "niet-gecontracteerd aanbod ingezet",
  EXPLANATORY_ANALYSIS_SUPPORT: "ondersteuning bij verklarende analyse",
  ACCELERATION_TABLE: "versnellingstafel",
  REFERRED_TO_RET: "verwezen naar de Regionale Expert Tafel (RET)",
  INDEPENDENT_FACILITATION: "onafhankelijke gespreksvoering of bemiddeling",
  TEAM_ANDERS_DEPLOYMENT: "inzet van team AnderS",
  OTHER_MEDIATION: "anders, vooral zorgbemiddeling",
} as const;
export type InterventionKind = keyof typeof interventionKind;

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

export const legalMeasure = {
  SUPERVISION: "ondertoezichtstelling (CBS 11)",
  PROVISIONAL_SUPERVISION: "voorlopige ondertoezichtstelling (CBS 12)",
  GUARDIANSHIP: "voogdij (CBS 21)",
  PROVISIONAL_GUARDIANSHIP: "voorlopige voogdij (CBS 22)",
  TEMPORARY_GUARDIANSHIP: "tijdelijke voogdij (CBS 23)",
} as const;
export type LegalMeasure = keyof typeof legalMeasure;

export const missingReason = {
  STALE: "het cijfer is verouderd",
  UNKNOWN: "er is geen cijfer bekend",
} as const;
export type MissingReason = keyof typeof missingReason;

export const networkAnswer = {
  CONTACTED: "contact gehad, het antwoord volgt",
  ADVICE_GIVEN: "advies gegeven",
  HELP_ORGANISED: "hulp geregeld",
  KNOWLEDGE_SHARED: "kennis gedeeld",
  NO_ANSWER_FOUND: "geen antwoord gevonden",
} as const;
export type NetworkAnswer = keyof typeof networkAnswer;

export const networkFunction = {
  CONSULT_ADVICE: "consultatie en advies",
  ORGANISE_HELP: "hulp organiseren",
  KNOWLEDGE: "kennis delen",
} as const;
export type NetworkFunction = keyof typeof networkFunction;

export const networkRequestState = {
  ASKED: "gevraagd, nog geen contact",
  CONTACTED: "er is contact geweest",
  ESCALATED: "voorgelegd aan de zorgbemiddelaars van de regio",
  ANSWERED: "beantwoord",
} as const;
export type NetworkRequestState = keyof typeof networkRequestState;

export const networkRequestStep = {
  CONTACT: "schrijf op dat er contact was",
  ANSWER: "antwoord",
  HAND_ON: "geef door",
  ESCALATE: "leg voor aan de regio",
} as const;
export type NetworkRequestStep = keyof typeof networkRequestStep;

export const noticeKind = {
  HOLD_ACCEPTED: "uw reservering is aangenomen",
  HOLD_REFUSED: "uw reservering is geweigerd",
  HOLD_EXPIRED: "uw reservering is verlopen",
  WAITLIST_OFFERED: "er is plaats voor wie u op de wachtlijst zette",
  HOLD_PROLONGED: "een reservering bij uw organisatie is verlengd tot de zorg moet starten",
  HOLD_REQUESTED: "een reservering vraagt om antwoord van uw organisatie",
  FIGURE_STALE: "een cijfer van uw organisatie is verouderd",
  FIGURE_DISPUTED: "een cijfer van uw organisatie is betwist",
  REFERRAL_MADE: "een casus is aan uw organisatie voorgelegd",
  REFERRAL_WITHDRAWN: "een casus ligt niet meer bij uw organisatie",
  SUBSCRIPTION_SUSPENDED: "een abonnement van uw organisatie is gestopt",
  CASE_RECEIVED: "een casus is aan u overgedragen",
  NETWORK_ASKED: "een vraag aan het netwerk ligt bij een team van uw organisatie",
  NETWORK_ESCALATED: "een vraag aan het netwerk is voorgelegd aan de zorgbemiddelaars van de regio",
  NETWORK_OVERDUE: "op een vraag aan het netwerk is niet binnen 48 uur teruggebeld",
  SEARCH_FOUND: "er is plaats die past bij een zoekopdracht die u bewaarde",
  BREAK_GLASS_OPENED: "noodtoegang is gebruikt bij een afgeschermde casus",
} as const;
export type NoticeKind = keyof typeof noticeKind;

export const notSuitableReason = {
  UNSAFE: "niet veilig",
  TOO_LIGHT: "te licht voor de problemen",
  WRONG_AGE: "niet voor deze leeftijd",
  NO_NETWORK: "geen eigen netwerk dat het kan dragen",
  YOUTH_DECLINES: "de jeugdige wil het niet",
  PARENTS_DECLINE: "de ouders willen het niet",
  JUDGE_DECIDED: "de rechter besliste anders",
  OTHER: "anders",
} as const;
export type NotSuitableReason = keyof typeof notSuitableReason;

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

export const placementGrouping = {
  MONTH: "maand",
  MUNICIPALITY: "gemeente van het kind",
} as const;
export type PlacementGrouping = keyof typeof placementGrouping;

export const placementStatus = {
  ALLOCATED: "toegewezen (iJw 301)",
  STARTED: "gestart (iJw 305)",
  PAUSED: "tijdelijk onderbroken (iJw 307, reden 20)",
  ENDED: "beëindigd (iJw 307)",
  CANCELLED: "niet gestart",
} as const;
export type PlacementStatus = keyof typeof placementStatus;

export const problemDomain = {
  POVERTY: "armoede",
  DIVORCE: "echtscheiding",
  HOUSING: "huisvesting",
  ADDICTION: "verslaving",
  PARENTAL_OTHER: "andere problemen van de ouders",
} as const;
export type ProblemDomain = keyof typeof problemDomain;

export const productFrequency = {
  PER_DAY: "per dag (1)",
  PER_WEEK: "per week (2)",
  PER_MONTH: "per maand (4)",
  TOTAL: "in totaal, binnen de looptijd van de toewijzing (6)",
} as const;
export type ProductFrequency = keyof typeof productFrequency;

export const productUnit = {
  MINUTE: "minuut (01)",
  HOUR: "uur (04)",
  DAY: "etmaal (14)",
  DAYDEEL: "dagdeel van vier uur (16)",
  OUTPUT: "stuks, output (82)",
  EURO: "euro (83)",
  EFFORT: "stuks, inspanning (84)",
} as const;
export type ProductUnit = keyof typeof productUnit;

export const professionalReasonCode = {
  TEXT_FOUND: "Functie, naam of deskundigheid is wat u zoekt.",
  TEXT_SIMILAR: "Functie of naam lijkt op wat u zoekt.",
  SPECIALIST: "Is specialist in wat u vraagt.",
  EXPERTISE: "Is thuis in wat u vraagt.",
  EXPERIENCE: "Heeft zelf meegemaakt waar het om gaat.",
  LANGUAGE: "Spreekt de taal van het gezin.",
  HOURS_FREE: "Heeft in deze periode genoeg uren vrij.",
  NOT_CONFIRMED: "Is al lang niet of nooit bevestigd: bel eerst.",
} as const;
export type ProfessionalReasonCode = keyof typeof professionalReasonCode;

export const publicationOutcome = {
  ACCEPTED: "opgeslagen: dit is nu het nieuwste cijfer",
  UNCHANGED: "gelijk aan het nieuwste cijfer; een hoger volgnummer maakt het weer actueel",
  OUTDATED: "ouder dan wat de hub al weet: er is niets veranderd",
  REJECTED: "geweigerd: \"error\" zegt waarom",
} as const;
export type PublicationOutcome = keyof typeof publicationOutcome;

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

export const referralAnswer = {
  ACCEPT: "ja, de jeugdige kan komen",
  DECLINE: "nee, met een reden",
} as const;
export type ReferralAnswer = keyof typeof referralAnswer;

export const referralState = {
  OPEN: "ligt voor bij de aanbieder",
  ACCEPTED: "aangenomen door de aanbieder",
  DECLINED: "afgewezen door de aanbieder, met een reden",
  EXPIRED: "verlopen",
  WITHDRAWN: "ingetrokken",
  LAPSED: "vervallen: de grond is er niet meer, of de casus is gesloten",
} as const;
export type ReferralState = keyof typeof referralState;

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

export const rejectionReason = {
  TOO_FAR: "te ver van huis",
  TOO_LATE: "kan niet op tijd beginnen",
  TOO_HEAVY: "zwaarder dan nodig",
  TOO_LIGHT: "te licht",
  NO_MATCH: "past niet bij het kind of het gezin",
  SIBLINGS_APART: "broers en zussen niet samen",
  SCHOOL: "school is niet te houden",
  SAFETY: "niet veilig",
  NO_CONTRACT: "geen contract",
  FAMILY_DECLINES: "ouders of jeugdige willen niet",
  TRIED_BEFORE: "eerder geprobeerd",
  OTHER: "andere reden",
} as const;
export type RejectionReason = keyof typeof rejectionReason;

export const resultKind = {
  OUT_OF_HOME_PREVENTED: "uithuisplaatsing voorkomen",
  AS_HOME_AS_POSSIBLE: "kind zo thuis mogelijk",
  MOVED_ON_TO_SUITABLE_CARE: "doorgestroomd naar passende hulp",
  NOT_SUCCESSFUL: "niet gelukt, ondanks interventie",
  OPEN: "nog geen resultaat bekend",
} as const;
export type ResultKind = keyof typeof resultKind;

export const roundTableKind = {
  ROUND_TABLE: "ronde tafel",
  ACCELERATION_TABLE: "versnellingstafel",
  RET_MORNING: "ochtend van het regionaal expertteam",
  CASE_WEEK: "Week van de Casus",
  LOCAL_TEAM_REVIEW: "terugblik in het wijkteam",
  EARLY_JOINT_MEETING: "vroegtijdig samen oplopen",
} as const;
export type RoundTableKind = keyof typeof roundTableKind;

export const roundTableState = {
  PLANNED: "gepland",
  HELD: "gehouden",
  CANCELLED: "afgezegd",
} as const;
export type RoundTableState = keyof typeof roundTableState;

export const sex = {
  FEMALE: "meisje",
  MALE: "jongen",
} as const;
export type Sex = keyof typeof sex;

export const sharingGround = {
  CONSENT: "toestemming van wie haar moet geven",
  SECURE_AUTHORISATION: "machtiging gesloten jeugdhulp",
  PROTECTION_MEASURE: "kinderbeschermingsmaatregel",
  PROBATION: "jeugdreclassering",
  DUTY_TO_COLLEGE: "plicht tegenover het college (Jeugdwet 7.4.0 lid 2)",
} as const;
export type SharingGround = keyof typeof sharingGround;

export const skipReason = {
  DISPUTED: "iemand hoorde anders: noem het aanbod bij zijn sleutel om het cijfer te bevestigen, of meld een nieuw",
  PHONED: "het cijfer kwam van een telefoongesprek: noem het aanbod bij zijn sleutel om het over te nemen, of meld een eigen cijfer",
  NEVER_REPORTED: "er is nog geen cijfer om te bevestigen",
  OFFER_KEY_RETIRED: "het aanbod is beëindigd",
  OFFER_KEY_UNKNOWN: "uw organisatie heeft geen aanbod met deze sleutel",
} as const;
export type SkipReason = keyof typeof skipReason;

export const sla48hGrouping = {
  MONTH: "maand van ontvangst",
  MUNICIPALITY: "gemeente van het kind",
  REFERRER_KIND: "soort verwijzer",
  CHANNEL: "waarlangs de vraag kwam",
} as const;
export type Sla48hGrouping = keyof typeof sla48hGrouping;

export const tableCancelReason = {
  FAMILY_DECLINES: "het gezin wil het niet",
  PARTICIPANTS_UNABLE: "deelnemers zijn verhinderd",
  NOT_NEEDED: "niet meer nodig",
  MOVED: "verzet: er is een andere gepland",
  OTHER: "anders",
} as const;
export type TableCancelReason = keyof typeof tableCancelReason;

export const tableDecision = {
  STAY_HOME_WITH_HELP: "thuis blijven met hulp",
  INTENSIFY_AMBULATORY: "intensieve ambulante hulp inzetten",
  DEPLOY_DUO: "Team AnderS inzetten",
  ACTIVATE_NETWORK: "steun uit het eigen netwerk inzetten",
  SEEK_FAMILY_FORM: "pleegzorg of gezinshuis zoeken",
  SEEK_RESIDENTIAL: "verblijf in een groep zoeken",
  EXPLANATORY_ANALYSIS: "verklarende analyse laten maken",
  TAILORED_ARRANGEMENT: "maatwerkarrangement maken",
  REFER_TO_RET: "naar het regionaal expertteam",
  HELP_FOR_PARENTS: "hulp voor de ouders: wonen, geld, verslaving, scheiding",
  MEET_AGAIN: "opnieuw bij elkaar komen",
  NOTHING_DECIDED: "niets besloten",
} as const;
export type TableDecision = keyof typeof tableDecision;

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

export const unmetNeedGrouping = {
  RUNG: "trede die werd gezocht",
  MUNICIPALITY: "gemeente van het kind",
  REASON: "waarom er niets was",
  AGE_BAND: "leeftijd van het kind",
} as const;
export type UnmetNeedGrouping = keyof typeof unmetNeedGrouping;

export const verdict = {
  SHORTLISTED: "op de korte lijst",
  REJECTED: "afgewezen, met een reden",
} as const;
export type Verdict = keyof typeof verdict;

export const waitingGrouping = {
  RUNG: "trede van het aanbod",
  MUNICIPALITY: "gemeente van het aanbod",
} as const;
export type WaitingGrouping = keyof typeof waitingGrouping;

export const wayfinderSituation = {
  OUT_OF_HOME_THREATENS: "een kind dreigt uit huis te gaan",
  RESIDENTIAL_CONSIDERED: "verblijf in een leef- of behandelgroep wordt overwogen",
  RETURN_HOME: "een kind kan terug naar huis, of lichter wonen",
  NO_FITTING_HELP: "er is geen passend aanbod te vinden",
  STUCK: "een meervoudige, complexe situatie loopt vast",
  FOSTER_FAMILY_STRAINED: "een pleeggezin dreigt het niet vol te houden",
  UNSAFE_AT_HOME: "er zijn zorgen over de veiligheid thuis",
  TRANSITION_TO_ADULTHOOD: "een jongere van 16 tot 27 zoekt een volgende plek",
} as const;
export type WayfinderSituation = keyof typeof wayfinderSituation;

export const withheldReason = {
  FEW: "het getal, of een getal ernaast, zegt te veel over weinigen",
  FEW_PROVIDERS: "er zijn minder dan drie aanbieders",
  PERIOD_OPEN: "de periode is nog niet afgesloten",
  NOT_MEASURED: "er is niets om te meten",
} as const;
export type WithheldReason = keyof typeof withheldReason;

export const yearTableCheckCode = {
  REFERRERS_DIFFER_FROM_CONSULTATIONS: "de verwijzers tellen niet op tot de consultaties",
  INTERVENTIONS_EXCEED_CONSULTATIONS: "er zijn meer interventies dan kinderen",
  CONSULTATIONS_WITHOUT_RESULT: "van kinderen is geen resultaat geteld",
  MUNICIPALITY_WITHOUT_CONSULTATIONS: "een gemeente van de regio heeft geen consultatie",
} as const;
export type YearTableCheckCode = keyof typeof yearTableCheckCode;

export const yearTableSectionKind = {
  CONSULTATIONS: "consultatie",
  REFERRERS: "verwijzer",
  INTERVENTIONS: "interventies",
  RESULTS: "resultaat",
} as const;
export type YearTableSectionKind = keyof typeof yearTableSectionKind;
