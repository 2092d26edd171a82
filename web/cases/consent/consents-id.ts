/** Where what was agreed to stands on the page of a case, and the keyboard goes for it. */
export const consentsId = 'toestemming';
