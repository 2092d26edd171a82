import { freeText } from '../../../platform/input/free-text.js';
import { badValue, faultOf, rowFault, type RowFault } from '../../../platform/input/row-fault.js';
import { isPrivateMail } from './private-mail.js';

const longestEmail = 254;
const phonePattern = /^\+[1-9][0-9]{6,14}$/;
const emailPattern = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** What is wrong with a telephone number at work; null when nothing is, or there is none. */
export function phoneFault(field: string, phone: string | null): RowFault | null {
  return phone === null || phonePattern.test(phone) ? null : badValue(field, '+31320000101');
}

/** What is wrong with an address of mail at work: PRIVATE_CONTACT for one of a provider of private mail; null when nothing is. */
export function mailFault(field: string, email: string | null): RowFault | null {
  if (email === null) return null;
  if (email.length > longestEmail || !emailPattern.test(email)) return badValue(field, 'naam@organisatie.nl');
  return isPrivateMail(email)
    ? rowFault('PRIVATE_CONTACT', field)
    : faultOf(() => freeText(field, email, longestEmail));
}
