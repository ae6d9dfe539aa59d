// An OAuth server and an API that answer as GitHub's do, on loopback, for tests.
//
//   node github.mjs --port 0 --client cleanapi --secret s
//
// It prints "listening <origin>". Nobody is asked: the address of who signs in comes as login, which a test adds to the address that it is sent to. One that
// begins with "unverified" is not verified, "denied" says no, and the addresses of one that begins with "once" are told once.
import { createHash, randomUUID } from 'node:crypto';
import { form, listen, options } from './listen.mjs';

const given = options({ port: '0', client: 'cleanapi', secret: 'cleanapi-secret' });
const codes = new Map();
const tokens = new Map();
const told = new Set();

const json = (response, status, body) => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

function authorize(url, response) {
  const query = url.searchParams;
  const back = new URL(query.get('redirect_uri'));
  back.searchParams.set('state', query.get('state'));
  if (query.get('login') === 'denied') {
    back.searchParams.set('error', 'access_denied');
  } else {
    const code = randomUUID();
    codes.set(code, { email: query.get('login'), challenge: query.get('code_challenge'), redirect: query.get('redirect_uri') });
    back.searchParams.set('code', code);
  }

  response.writeHead(302, { location: back.href });
  response.end();
}

async function exchange(request, response) {
  const sent = await form(request);
  const code = codes.get(sent.get('code'));
  codes.delete(sent.get('code'));
  const challenge = createHash('sha256').update(sent.get('code_verifier') ?? '').digest('base64url');
  const isRight = code && sent.get('client_id') === given.client && sent.get('client_secret') === given.secret
    && code.challenge === challenge && code.redirect === sent.get('redirect_uri');
  // As GitHub does: an error is told with 200.
  if (!isRight) return json(response, 200, { error: 'bad_verification_code' });
  const token = `gho_${randomUUID()}`;
  tokens.set(token, code.email);
  return json(response, 200, { access_token: token, token_type: 'bearer', scope: 'read:user,user:email' });
}

const user = (email) => ({ id: parseInt(createHash('sha256').update(email).digest('hex').slice(0, 10), 16), login: email.split('@')[0], name: null, email: null });
const emails = (email) => [
  { email: `old-${email}`, primary: false, verified: true },
  { email, primary: true, verified: !email.startsWith('unverified') },
];

function ask(request, response, answer) {
  const email = tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''));
  if (!email || !request.headers['user-agent']) return json(response, 401, { message: 'Bad credentials' });
  if (answer === emails && email.startsWith('once')) {
    if (told.has(email)) return json(response, 403, { message: 'Resource not accessible by integration' });
    told.add(email);
  }
  return json(response, 200, answer(email));
}

listen(Number(given.port), (origin) => (request, response) => {
  const url = new URL(request.url, origin);
  if (url.pathname === '/login/oauth/authorize') return authorize(url, response);
  if (url.pathname === '/login/oauth/access_token' && request.method === 'POST') return exchange(request, response);
  if (url.pathname === '/user') return ask(request, response, user);
  if (url.pathname === '/user/emails') return ask(request, response, emails);
  return json(response, 404, { message: 'Not Found' });
});
