// client.mjs: what both programs need. BASE is the address of the API; EMAIL and PASSWORD sign in, or KEY is an API key; TYPE is what to follow.
const { BASE: base, EMAIL: email, PASSWORD: password, KEY: key, TYPE: type = '*' } = process.env;
const handled = new Set();
let session;

export { base, type };

async function signIn(path, body) {
  const answer = await fetch(base + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw await refused(answer);
  const { accessToken, refreshToken, expiresIn } = (await answer.json()).data.attributes;
  // Half of its time: whoever waits for the end is cut off.
  session = { accessToken, refreshToken, renewAt: Date.now() + expiresIn * 500 };
}

// A credential that is valid for a while: a token is renewed when half of its time is over.
export async function token() {
  if (key) return key;
  if (!session) await signIn('/api/auth/login', { email, password });
  else if (Date.now() >= session.renewAt) await signIn('/api/auth/refresh', { refreshToken: session.refreshToken });
  return session.accessToken;
}

// In how many milliseconds to connect anew, with the next token; a key does not end.
export const renewal = () => (key ? 24 * 3_600_000 : Math.max(0, session.renewAt - Date.now()));

// An error with what a program decides by.
export async function refused(answer) {
  const error = new Error(`${answer.status} ${await answer.text()}`);
  return Object.assign(error, { status: answer.status, retryAfter: Number(answer.headers.get('Retry-After')) * 1000 });
}

// Once for each event, whatever comes again after a break. Where a program has a database, this is a table, in the transaction of what follows from the event.
export function handle(event) {
  if (handled.has(event.id)) return;
  console.log(event.id, event.attributes.type);
  handled.add(event.id);
  if (handled.size > 10_000) handled.delete(handled.values().next().value);
}

// Connects again and again: at once after a connection that ended as planned, after growing pauses while it fails.
export async function forEver(connect) {
  for (let failures = 0; ; ) {
    try {
      await connect(() => (failures = 0));
    } catch (error) {
      console.error(error.message);
      if (error.status === 401 && session) session.renewAt = 0;
      if (error.status === 403 || error.status === 422 || (error.status === 401 && failures > 2)) throw error;
      const pause = Math.min(30_000, 250 * 2 ** failures++) * (0.5 + Math.random() / 2);
      await new Promise((resolve) => setTimeout(resolve, Math.max(pause, error.retryAfter || 0)));
    }
  }
}
