// A real OpenID provider (npm oidc-provider, certified by the OpenID Foundation) on loopback, for tests.
//
//   node oidc.mjs --port 0 --client cleanapi --secret s --redirect http://127.0.0.1:5080/api/auth/external/acme/callback --email-in userinfo
//
// It prints "listening <issuer>". Whoever signs in types an address, or brings it as login_hint and is asked nothing. The address decides: one that begins
// with "unverified" is not verified, one that begins with "nobody" is not told at all, and "denied" says no. Accounts belong to
// the domain of their address (Google's claim "hd"), but for those whose address begins with "private".
import { createHash } from 'node:crypto';
import Provider from 'oidc-provider';
import { form, listen, options } from './listen.mjs';

const given = options({ port: '0', client: 'cleanapi', secret: 'cleanapi-secret', redirect: [], 'email-in': 'id_token' });
const people = new Map();

/** The same person each time, under a subject that is no address. */
function accountOf(email) {
  const sub = createHash('sha256').update(email).digest('hex').slice(0, 24);
  people.set(sub, email);
  return sub;
}

function claimsOf(sub) {
  const email = people.get(sub);
  if (!email || email.startsWith('nobody')) return { sub };
  const [name, domain] = email.split('@');
  return { sub, email, email_verified: !email.startsWith('unverified'), name, hd: email.startsWith('private') ? undefined : domain.toLowerCase() };
}

function configure(origin) {
  return new Provider(origin, {
    clients: [{
      client_id: given.client,
      client_secret: given.secret,
      redirect_uris: given.redirect,
      grant_types: ['authorization_code'],
      response_types: ['code'],
    }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'hd'] },
    // With false, all claims are in the ID token, as with Google; with true, they are asked for at the userinfo endpoint.
    conformIdTokenClaims: given['email-in'] === 'userinfo',
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => claimsOf(sub) }),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['only-for-tests'] },
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 300, Session: 300, Grant: 300 },
  });
}

const page = (uid) => `<!doctype html><html lang="en"><title>Sign in at the provider</title><main><h1>Sign in at the provider</h1>
<form method="post" action="/interaction/${uid}">
<label>E-mail <input name="email" type="email" autocomplete="off"></label>
<button name="do" value="sign-in">Sign in</button> <button name="do" value="cancel" formnovalidate>Cancel</button>
</form></main></html>`;

async function interact(provider, request, response) {
  const details = await provider.interactionDetails(request, response);
  const sent = request.method === 'POST' ? await form(request) : undefined;
  const email = sent?.get('email') ?? details.params.login_hint;
  if (sent?.get('do') === 'cancel' || email === 'denied') {
    return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'The person said no.' });
  }

  if (!email) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(page(details.uid));
  }

  const accountId = accountOf(email);
  const grant = new provider.Grant({ accountId, clientId: details.params.client_id });
  grant.addOIDCScope(details.params.scope);
  return provider.interactionFinished(request, response, { login: { accountId, remember: false }, consent: { grantId: await grant.save() } });
}

listen(Number(given.port), (origin) => {
  const provider = configure(origin);
  const standard = provider.callback();
  return (request, response) => {
    if (!request.url.startsWith('/interaction/')) return standard(request, response);
    return interact(provider, request, response).catch((error) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  };
});
