// Shows the OpenAPI document with Swagger UI, and who sends what "Try it out" sends: whoever has signed in on the sign-in page, by the cookie of the session,
// unless a token or key is given under "Authorize". A module, loaded from this origin; nothing inline.

const main = document.querySelector('[data-document]');
const account = document.querySelector('[data-account]');
const darkness = window.matchMedia('(prefers-color-scheme: dark)');

/** Swagger UI is dark by a class and not by what the person prefers. */
const follow = () => document.documentElement.classList.toggle('dark-mode', darkness.matches);

/** Tells who is signed in, or links to the page where one signs in. */
const tellAccount = async () => {
  const response = await fetch('/api/v1/me', { headers: { Accept: 'application/json' } });
  const person = response.ok ? (await response.json()).data.attributes : null;
  account.textContent = person ? person.name : 'Sign in';
  account.title = person ? `Requests are sent as ${person.email}, unless “Authorize” names another` : '';
  account.href = account.dataset[person ? 'signedIn' : 'signIn'];
};

// The cookie of the session is the browser's to send: a script cannot set it, so that there is nothing to fill in for it.
const withoutCookie = () => ({
  statePlugins: { auth: { wrapSelectors: { definitionsToAuthorize: original => (...from) => original(...from)?.filter(scheme => !scheme.has('cookie')) } } },
});

const at = (tree, path) => path.reduce((branch, key) => branch?.[key], tree);

const place = (tree, path, value) => {
  path.slice(0, -1).reduce((branch, key) => (branch[key] ??= {}), tree)[path.at(-1)] = value;
};

/** The JSON pointers (RFC 6901) of all references in a value; what was opened before can hold itself. */
const referencesOf = (value, met = new Set()) => {
  if (typeof value !== 'object' || value === null || met.has(value)) {
    return [];
  }

  met.add(value);
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' && typeof inner === 'string' ? [inner] : referencesOf(inner, met)));
};

/** The document with nothing but what a path of it names and what that refers to. */
const partOf = (document, path) => {
  const { openapi, info, servers, security } = document;
  const part = { openapi, info, servers, security };
  const open = [path];
  const placed = new Set();
  while (open.length > 0) {
    const next = open.pop();
    if (!placed.has(next.join(' '))) {
      placed.add(next.join(' '));
      const value = structuredClone(at(document, next));
      place(part, next, value);
      open.push(...referencesOf(value).map(pointer => pointer.slice(2).split('/').map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))));
    }
  }

  return part;
};

// Swagger UI reads the whole document anew for each operation that is opened, which takes seconds: it is given the part that the operation needs.
const onlyWhatIsOpened = ({ fn: { resolveSubtree } }) => ({
  fn: { resolveSubtree: (document, path, options) => resolveSubtree(partOf(document, path), path, options) },
});

follow();
darkness.addEventListener('change', follow);

// Back to the operation that is open by then: Swagger UI keeps it in the address.
account.addEventListener('click', () => {
  if (account.pathname === account.dataset.signIn) {
    account.search = new URLSearchParams({ returnUrl: location.pathname + location.hash });
  }
});

window.SwaggerUIBundle({
  url: main.dataset.document,
  domNode: main,
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  filter: true,
  persistAuthorization: true,
  plugins: [withoutCookie, onlyWhatIsOpened],
  validatorUrl: null,
  responseInterceptor: response => {
    // The session has ended meanwhile, or has just begun by a request.
    if (response.status === 401 || new URL(response.url, location.href).pathname.startsWith('/api/auth/')) {
      tellAccount();
    }

    return response;
  },
});

await tellAccount();
