import { language, moreTexts, t } from './app/texts/text.js';

const form = document.querySelector('form');
const problem = document.querySelector('#problem');

form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  problem.textContent = '';
  problem.textContent = await signIn(Object.fromEntries(new FormData(form)));
  button.disabled = false;
  if (problem.textContent) form.elements.password.select();
});

/** Goes on to the page, with the part of its address that came along; or says why not. */
async function signIn(who) {
  try {
    const response = await fetch('api/v1/session', { method: 'POST', body: JSON.stringify(who) });
    if (!response.ok) return (await response.json()).detail;
    location.replace(`./${location.search}${location.hash}`);
    return '';
  } catch {
    return t.signInUnreachable;
  }
}

await moreTexts();
document.documentElement.lang = language;
document.title = `${t.signIn} – ${t.title}`;
for (const element of document.querySelectorAll('[data-text]')) element.textContent = t[element.dataset.text];
