import type { ErrorText } from './error-text.js';

/** Errors about a file that is taken in. */
export const importErrorTexts = {
  IMPORT_FILE_UNKNOWN: {
    status: 415,
    nl: 'Dit is geen CSV, NDJSON of XLSX. Is het een oud Excel-bestand (.xls) of zit er een wachtwoord op, sla het dan op als Excel-werkmap (.xlsx) zonder wachtwoord. Stuur het bestand zelf, niet als formulier.',
    en: 'This is not CSV, NDJSON or XLSX. If it is an old Excel file (.xls) or has a password, save it as an Excel workbook (.xlsx) without one. Send the file by itself, not as a form.',
  },
  IMPORT_FILE_EMPTY: {
    status: 400,
    nl: 'In dit bestand staan geen regels. Zet op de eerste regel de namen van de kolommen en daaronder de cijfers.',
    en: 'There are no rows in this file. Put the names of the columns on the first line and the figures below it.',
  },
  IMPORT_FILE_BROKEN: {
    status: 400,
    nl: 'Dit XLSX-bestand is beschadigd of niet volledig. Sla het opnieuw op en stuur het nog eens.',
    en: 'This XLSX file is damaged or incomplete. Save it again and send it once more.',
  },
  IMPORT_FILE_TOO_LARGE: {
    status: 413,
    nl: 'Er passen ten hoogste {rows} regels en {columns} kolommen in een bestand. Verdeel het, en wis lege opmaak eromheen.',
    en: 'At most {rows} rows and {columns} columns fit in a file. Split it, and clear empty formatting around the figures.',
  },
  IMPORT_ENCODING_UNKNOWN: {
    status: 400,
    nl: 'De letters van dit bestand zijn niet te lezen. Sla het op als "CSV UTF-8".',
    en: 'The letters of this file cannot be read. Save it as "CSV UTF-8".',
  },
  IMPORT_LINE_UNREADABLE: {
    status: 400,
    nl: 'Regel {row} is niet te lezen: een aanhalingsteken is niet gesloten, de regel is te lang of geen JSON. Herstel hem en stuur het bestand opnieuw.',
    en: 'Row {row} cannot be read: a quote is not closed, the line is too long or no JSON. Mend it and send the file again.',
  },
  IMPORT_OFFER_TOO_OFTEN: {
    status: 400,
    nl: 'Van het aanbod in "{field}" staan al {limit} regels in dit bestand. Houd van ieder aanbod de laatste over, of verdeel het bestand.',
    en: 'There are {limit} rows of the offer in "{field}" in this file already. Keep the last of each offer, or split the file.',
  },
  IMPORT_COLUMNS_MISSING: {
    status: 400,
    nl: 'Deze kolommen ontbreken: {columns}. Niet herkend: {unknown}. Hernoem ze, of gebruik het invulblad (npm run template). De namen horen op de eerste regel: haal een titel erboven weg.',
    en: 'These columns are missing: {columns}. Not recognised: {unknown}. Rename them, or use the template (npm run template). The names belong on the first line: remove a title above them.',
  },
  IMPORT_COLUMNS_REPEATED: {
    status: 400,
    nl: 'Deze kolommen staan er meer dan eens: {columns}. Laat van elk een staan.',
    en: 'These columns are there more than once: {columns}. Leave one of each.',
  },
  IMPORT_COLUMNS_IGNORED: {
    status: 200,
    nl: 'Deze kolommen zijn niet gelezen: {columns}. Horen ze erbij, geef ze dan een naam die de hub kent: {known}.',
    en: 'These columns were not read: {columns}. If they matter, give them a name that the hub knows: {known}.',
  },
  IMPORT_OFFER_REPEATED: {
    status: 200,
    nl: 'Dit aanbod staat in regel {rows}; regel {last} geldt.',
    en: 'This offer stands in rows {rows}; row {last} counts.',
  },
} as const satisfies Record<string, ErrorText>;
