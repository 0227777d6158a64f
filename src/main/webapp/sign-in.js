import { language, problemText, t } from './app/i18n/index.js';

const form = document.querySelector('form');
const error = document.querySelector('#error');

form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  error.textContent = '';
  error.textContent = await signIn(Object.fromEntries(new FormData(form)));
  button.disabled = false;
  if (error.textContent) form.elements.password.select();
});

/** Signs in and opens the page that the user asked for. Resolves to the reason if that failed. */
async function signIn(credentials) {
  try {
    const response = await fetch('api/v1/session', { method: 'POST', body: JSON.stringify(credentials) });
    if (!response.ok) return await problemText({ ...await response.json(), status: response.status });
    location.replace(`./${location.search}${location.hash}`);
    return '';
  } catch {
    return t.signInUnreachable;
  }
}

document.documentElement.lang = language;
document.title = `${t.signIn} – ${t.title}`;
for (const element of document.querySelectorAll('[data-text]')) element.textContent = t[element.dataset.text];

// Until here the browser itself would send the form.
form.querySelector('button').disabled = false;
