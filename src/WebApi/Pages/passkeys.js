// Passkeys in the browser (WebAuthn Level 3): three functions, and the buttons that call them. A module, loaded from this origin; nothing inline.
//
//   <button type="button" data-passkey="sign-in" data-passkey-next="/auth/signed-in" hidden>Sign in with a passkey</button>
//   <button type="button" data-passkey="add" data-passkey-next="/auth/signed-in" hidden>Add a passkey</button>
//   <p data-passkey-message role="alert" hidden></p>
//
// Such buttons stay hidden where the browser has no passkeys. What else they need is taken from the fields of the form around them: mfaToken to answer the
// question for a second factor; name to add one. After it has worked, the browser goes to data-passkey-next; recovery codes that came with it are shown before, in
// the list of [data-passkey-codes], whose link leads on. Where a session alone is not enough, it goes to the page that asks who it is, and comes back from there.

const signInPath = '/api/auth/passkeys';
const ownPath = '/api/v1/me/passkeys';
const proofPath = '/api/v1/me/reauthenticate';
const proofPage = '/auth/reauthenticate';

/** Whether this browser can do what follows. Passkeys belong to host names: an IP address has none. */
export const isSupported = () =>
  typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function'
  && typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON === 'function';

/**
 * Signs in. The server answers with the session, and sets its cookies.
 * @param {{mfaToken?: string}} [how] mfaToken: of the sign-in whose question for a second factor the passkey answers.
 * @throws {Error} with a message for people.
 */
export async function signIn({ mfaToken } = {}) {
  const { token, credential } = await assert(mfaToken ? { mfaToken } : {});
  return await send(`${signInPath}/verify`, { token, credential, ...(mfaToken ? { mfaToken } : {}) });
}

/**
 * Proves again who is signed in.
 * @throws {Error} with a message for people.
 */
export async function reauthenticate() {
  await send(proofPath, await assert({}));
}

/**
 * Adds a passkey to the account that is signed in.
 * @param {{name: string}} how name: what the person calls it.
 * @throws {Error} with a message for people; its code is RECENT_AUTHENTICATION_REQUIRED where they have to prove again who they are.
 */
export async function add({ name }) {
  const { token, options } = await begin(ownPath, { name });
  const credential = await ask(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
  return await send(ownPath, { token, credential: credential.toJSON(), name });
}

async function assert(body) {
  const { token, options } = await begin(signInPath, body);
  const credential = await ask(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  return { token, credential: credential.toJSON() };
}

async function begin(path, body) {
  return (await send(`${path}/options`, body)).data.attributes;
}

async function send(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status === 204) {
    return null;
  }
  const answer = await response.json();
  if (!response.ok) {
    const [detail] = answer.error.details ?? [];
    throw Object.assign(new Error(detail?.message ?? answer.error.message), { code: detail?.code });
  }

  return answer;
}

// What browsers say is for developers (WebAuthn Level 3, sections 5.1.3 and 5.1.4).
async function ask(authenticator) {
  try {
    return await authenticator();
  } catch (error) {
    throw new Error(messages[error.name] ?? 'The passkey could not be used. Try again.', { cause: error });
  }
}

const byName = location.hostname === '127.0.0.1' ? `: open http://localhost${location.port ? `:${location.port}` : ''}` : '';
const messages = {
  AbortError: 'You have cancelled it. Try again when you are ready.',
  InvalidStateError: 'This device has a passkey of your account already.',
  NotAllowedError: 'It was cancelled, or took too long. Try again when you are ready.',
  SecurityError: `Passkeys do not work at this address${byName}.`,
};

const ceremonies = { 'sign-in': signIn, reauthenticate, add };

function connect(button) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const message = document.querySelector('[data-passkey-message]');
    const fields = Object.fromEntries(button.form ? new FormData(button.form) : []);
    show(message, '');
    button.disabled = true;
    try {
      const answer = await ceremonies[button.dataset.passkey](fields);
      const next = button.dataset.passkeyNext ?? '/auth/signed-in';
      if (!showCodes(answer?.data.attributes.recoveryCodes, next)) {
        location.assign(next);
      }
    } catch (error) {
      if (error.code === 'RECENT_AUTHENTICATION_REQUIRED') {
        location.assign(`${proofPage}?returnUrl=${encodeURIComponent(location.pathname)}`);
        return;
      }
      show(message, error.message);
      button.disabled = false;
      button.focus();
    }
  });
}

function showCodes(codes, next) {
  const place = document.querySelector('[data-passkey-codes]');
  if (!codes || !place) {
    return false;
  }
  place.querySelector('ol').replaceChildren(...codes.map((code) => Object.assign(document.createElement('li'), { textContent: code })));
  place.querySelector('a').href = next;
  place.hidden = false;
  place.focus();
  return true;
}

function show(element, text) {
  if (element) {
    element.textContent = text;
    element.hidden = text === '';
  }
}

if (isSupported()) {
  document.querySelectorAll('button[data-passkey]').forEach(connect);
}
