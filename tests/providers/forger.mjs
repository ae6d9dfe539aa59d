// An OpenID provider that lies as it is told, on loopback, for tests: no real one does.
//
//   node forger.mjs --port 0 --client cleanapi
//
// It prints "listening <issuer>". What is wrong with its answer, a test adds to the address that it is sent to, as fault; what it is to do from now on, a
// test tells it by GET /become?mode=…: ok, down (every answer 500), stumbling (one 500, then ok), inward (its keys are said to
// be at the address given as keys) or slow (none within a minute).
import { createSign, generateKeyPairSync } from 'node:crypto';
import { form, listen, options } from './listen.mjs';

const given = options({ port: '0', client: 'cleanapi' });
let keys = pair('key-1');
const stranger = pair('key-1');
const codes = new Map();
let mode = 'ok';
let elsewhere = null;
let asked = 0;

function pair(kid) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } };
}

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(header, claims, key) {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${header.alg === 'none' ? '' : createSign('RSA-SHA256').update(text).sign(key.privateKey, 'base64url')}`;
}

function idToken(issuer, { nonce, fault }) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer, aud: given.client, sub: 'forged', nonce, iat: now, exp: now + 300, email: 'forged@forger.test', email_verified: true, name: 'Forged',
  };
  const header = { alg: 'RS256', kid: keys.kid };
  switch (fault) {
    case 'nonce': claims.nonce = 'another'; break;
    case 'no-nonce': delete claims.nonce; break;
    case 'aud': claims.aud = 'another'; break;
    case 'azp': claims.aud = [given.client, 'another']; claims.azp = 'another'; break;
    case 'iss': claims.iss = 'https://another.test'; break;
    case 'expired': claims.exp = now - 300; claims.iat = now - 600; break;
    case 'no-exp': delete claims.exp; break;
    case 'sub': delete claims.sub; break;
    case 'none': header.alg = 'none'; delete header.kid; break;
    case 'text-verified': claims.sub = 'texted'; claims.email = 'texted@forger.test'; claims.email_verified = 'true'; break;
    case 'new-key': keys = pair(`key-${Date.now()}`); header.kid = keys.kid; claims.sub = 'rotated'; claims.email = 'rotated@forger.test'; break;
    default: break;
  }

  return sign(header, claims, fault === 'key' ? stranger : keys);
}

const json = (response, status, body) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

function authorize(issuer, url, response) {
  const query = url.searchParams;
  const fault = query.get('fault') ?? '';
  const code = `code-${codes.size}`;
  codes.set(code, { nonce: query.get('nonce'), fault });
  const back = new URL(query.get('redirect_uri'));
  back.searchParams.set('state', query.get('state'));
  back.searchParams.set('code', code);
  if (fault !== 'no-answering-issuer') back.searchParams.set('iss', fault === 'answering-issuer' ? 'https://another.test' : issuer);
  response.writeHead(302, { location: back.href });
  response.end();
}

async function exchange(issuer, request, response) {
  const code = codes.get((await form(request)).get('code'));
  if (code?.fault === 'large') return json(response, 200, { id_token: 'x'.repeat(1 << 20) });
  if (code?.fault === 'no-json') return response.end('<html>');
  if (code?.fault === 'redirect') {
    response.writeHead(307, { location: `${issuer}/elsewhere` });
    return response.end();
  }

  if (code?.fault === 'no-id-token') return json(response, 200, { access_token: 'a' });
  return json(response, 200, { access_token: 'a', token_type: 'Bearer', id_token: idToken(issuer, code) });
}

listen(Number(given.port), (origin) => (request, response) => {
  const url = new URL(request.url, origin);
  if (url.pathname === '/become') {
    mode = url.searchParams.get('mode') ?? mode;
    elsewhere = url.searchParams.get('keys');
    return json(response, 200, { asked });
  }

  asked++;
  if (mode === 'slow') return undefined;
  if (mode === 'down') return json(response, 500, {});
  if (mode === 'stumbling') {
    mode = 'ok';
    return json(response, 500, {});
  }

  switch (url.pathname) {
    case '/.well-known/openid-configuration':
      return json(response, 200, {
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        jwks_uri: mode === 'inward' ? elsewhere : `${origin}/keys`,
        token_endpoint_auth_methods_supported: ['client_secret_post'],
        authorization_response_iss_parameter_supported: true,
      });
    case '/keys': return json(response, 200, { keys: [keys.jwk] });
    case '/authorize': return authorize(origin, url, response);
    case '/token': return exchange(origin, request, response);
    case '/elsewhere': return json(response, 200, { access_token: 'a', token_type: 'Bearer', id_token: idToken(origin, [...codes.values()].at(-1)) });
    default: return json(response, 404, {});
  }
});
