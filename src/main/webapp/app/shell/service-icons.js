import { addStyle } from '../ui/style-sheet.js';

let sheet;

/** Loads the icons of services when they are first enabled. The page does not wait for them. */
export function showServiceIcons(isEnabled) {
  if (isEnabled) sheet = addStyle('service-icons');
  if (sheet) sheet.disabled = !isEnabled;
}
