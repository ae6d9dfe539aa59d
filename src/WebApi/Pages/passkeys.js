// Passkeys in the browser (WebAuthn Level 3): what the buttons of the pages do, and what any other page of this origin can do as well.

const signInPath = '/api/auth/passkeys';
const ownPath = '/api/v1/me/passkeys';
const proofPath = '/api/v1/me/reauthenticate';

/** Whether this browser can do what follows. Passkeys belong to host names: an IP address has none. */
export const isSupported = () =>
  typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function'
  && typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON === 'function';

/** Whether this browser offers passkeys in a field with autocomplete="username webauthn", without a button (conditional mediation). */
export const isOffered = async () => isSupported() && await PublicKeyCredential.isConditionalMediationAvailable?.() === true;

/**
 * Signs in. The server answers with the session, and sets its cookies.
 * @param {{mfaToken?: string, mediation?: string, signal?: AbortSignal}} [how] mfaToken: of the sign-in whose question for a second factor the passkey answers.
 * mediation: 'conditional' to offer passkeys in a field. signal: ends that.
 * @throws {Error} with a message for people; with a cause where the browser had no passkey to give.
 */
export async function signIn({ mfaToken, mediation, signal } = {}) {
  const { token, credential } = await assert(mfaToken ? { mfaToken } : {}, mediation, signal);
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
 * @returns the server's answer; with recovery codes where it is the first second factor.
 * @throws {Error} with a message for people; its code is RECENT_AUTHENTICATION_REQUIRED where they have to prove again who they are, its field says which one is wrong.
 */
export async function add({ name }) {
  // What the authenticator has made already is kept: whoever corrects the name is not asked for another passkey.
  made ??= await make();
  try {
    return await send(ownPath, { ...made, name });
  } catch (error) {
    if (error.field !== 'name') {
      made = undefined;
    }
    throw error;
  }
}

let made;

async function make() {
  const { token, options } = await begin(ownPath, {});
  const credential = await ask(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
  return { token, credential: credential.toJSON() };
}

async function assert(body, mediation, signal) {
  const { token, options } = await begin(signInPath, body);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await ask(() => navigator.credentials.get({ publicKey, mediation, signal }));
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
    throw Object.assign(new Error(detail?.message ?? answer.error.message), { code: detail?.code, field: detail?.field });
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
