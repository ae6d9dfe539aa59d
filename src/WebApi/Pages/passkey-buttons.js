// The buttons and the field that use passkeys:
//
//   <button type="button" data-passkey="sign-in" data-passkey-next="/auth/signed-in" hidden>Sign in with a passkey</button>
//   <button type="button" data-passkey="add" data-passkey-next="/auth/signed-in" hidden>Add a passkey</button>
//   <p data-passkey-message role="alert" hidden></p>
//
// Such buttons stay hidden where the browser has no passkeys. What else they need is taken from the fields of the form around them: mfaToken to answer the
// question for a second factor; name to add one. After it has worked, the browser goes to data-passkey-next. Where a session alone is not enough, it goes to the
// page that asks who it is, and comes back from there. Recovery codes that come with a first factor are shown before it goes on.
import { add, isOffered, isSupported, reauthenticate, signIn } from './passkeys.js';

const proofPage = '/auth/reauthenticate';

// The server accepts the options of a ceremony for five minutes; a page that stays open asks again before.
const freshFor = 4 * 60 * 1000;

const ceremonies = { 'sign-in': signIn, reauthenticate, add };

// One ceremony at a time: a button ends what waits in a field.
let waiting = new AbortController();

function connect(button) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const message = document.querySelector('[data-passkey-message]');
    const name = button.form?.elements.namedItem('name');
    show(message, '');
    mark(name, '');
    if (name && name.value.trim() === '') {
      mark(name, 'Name is required');
      return;
    }
    waiting.abort();
    waiting = new AbortController();
    button.disabled = true;
    const fields = Object.fromEntries(button.form ? new FormData(button.form) : []);
    try {
      goOn(button, await ceremonies[button.dataset.passkey](fields));
    } catch (error) {
      if (error.code === 'RECENT_AUTHENTICATION_REQUIRED') {
        location.assign(`${proofPage}?returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
        return;
      }
      button.disabled = false;
      if (error.field === 'name' && name) {
        mark(name, error.message);
        return;
      }
      // What the server refuses as a second factor can be the passkey, or the sign-in, which is over after five minutes.
      show(message, fields.mfaToken && !error.cause ? 'The passkey was not accepted, or this took too long. Try again, or begin again.' : error.message);
      button.focus();
      offer(button);
    }
  });
}

function goOn(button, answer) {
  const section = document.querySelector('[data-recovery-codes]');
  const codes = answer?.data?.attributes?.recoveryCodes;
  if (button.dataset.passkey !== 'add' || !section) {
    location.assign(button.dataset.passkeyNext ?? '/auth/signed-in');
    return;
  }

  if (!codes?.length) {
    // Without the box that says that codes are saved: there are none. The form renews the session, whose rights may have changed.
    section.querySelector('form').submit();
    return;
  }

  section.querySelector('.codes').replaceChildren(...codes.map(code => {
    const item = document.createElement('li');
    item.appendChild(document.createElement('code')).textContent = code;
    return item;
  }));
  section.querySelector('[download]').href = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`;
  for (const other of section.parentElement.children) {
    other.hidden = other !== section && other.tagName !== 'H1';
  }
  section.querySelector('h2').focus();
}

// Says what is wrong with a field as the server does.
function mark(field, text) {
  if (!field) {
    return;
  }
  const id = `${field.id}-error`;
  document.getElementById(id)?.remove();
  field.removeAttribute('aria-invalid');
  field.removeAttribute('aria-describedby');
  if (text !== '') {
    const error = document.createElement('p');
    [error.id, error.className, error.textContent] = [id, 'error', text];
    field.parentElement.before(error);
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', id);
    field.focus();
  }
}

// Offers passkeys in the field for the address, until one is chosen or the page is left.
async function offer(button) {
  if (!document.querySelector('input[autocomplete~=webauthn]') || !(await isOffered())) {
    return;
  }
  const { signal } = waiting;
  const late = setTimeout(() => {
    waiting.abort();
    waiting = new AbortController();
    offer(button);
  }, freshFor);
  signal.addEventListener('abort', () => clearTimeout(late));
  try {
    goOn(button, await signIn({ mediation: 'conditional', signal }));
  } catch (error) {
    clearTimeout(late);
    // That no passkey was chosen is no answer to anything that the person did. That the server refuses one is.
    if (!error.cause) {
      show(document.querySelector('[data-passkey-message]'), error.message);
    }
  }
}

function show(element, text) {
  if (element) {
    element.textContent = text;
    element.hidden = text === '';
  }
}

if (isSupported()) {
  document.querySelectorAll('button[data-passkey]').forEach(connect);
  document.querySelectorAll('button[data-passkey=sign-in]').forEach(offer);
}
