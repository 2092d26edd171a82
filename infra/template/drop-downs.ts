import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** A column of a sheet in which a cell is chosen from the values of a range, such as `Lijsten!$A$2:$A$6`. */
export interface DropDown {
  /** The cells, such as `C2:C500`. */
  readonly cells: string;
  readonly range: string;
  /** What a person reads who types something else. */
  readonly message: string;
}

/** What write-excel-file takes as the content of a part on Node. */
type FileContent = Stream | Buffer | Blob;

const file = 'xl/worksheets/sheet{id}.xml';

/** Drop-down lists in the first sheet: write-excel-file leaves them to a feature like this one. */
export function dropDowns(lists: readonly DropDown[]): Feature<FileContent> {
  const order = getOrderOfSiblings(file, 'worksheet') ?? [];
  const markup = `<dataValidations count="${lists.length}">${lists.map(validation).join('')}</dataValidations>`;
  const transform = (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }): string =>
    sheetIndex === 0 ? insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet') : xml;
  return { files: { transform: { [file]: { transform } } } };
}

/** A warning and no refusal: the hub says exactly what is wrong, and knows more words than the list. */
function validation({ cells, range, message }: DropDown): string {
  const attributes = [
    'type="list"',
    'allowBlank="1"',
    'errorStyle="warning"',
    'showErrorMessage="1"',
    `error="${sanitizeAttributeValue(message)}"`,
    `sqref="${cells}"`,
  ];
  return `<dataValidation ${attributes.join(' ')}><formula1>${sanitizeTextContent(range)}</formula1></dataValidation>`;
}
