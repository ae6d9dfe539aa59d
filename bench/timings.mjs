// Tests for user enumeration by response time. Measures 300 sequential requests per case in random order, and compares the cases of each endpoint
// pairwise (Mann-Whitney U, two-sided, corrected for ties and for the number of pairs).
//   node bench/timings.mjs http://127.0.0.1:5080 [count [login|forgot-password|register]]
// Needs a server with the demo data. Exits with 1 when a pair can be distinguished.
const [base = "http://127.0.0.1:5080", countText = "300", only] = process.argv.slice(2);
const count = Number(countText);
const password = "Passw0rd!demo";
const warmUp = 20;
// Below the failures that cause a delay; a sign-in resets them.
const maxFailures = 4;
const significance = 0.01;

async function send(method, path, body, token) {
  const begin = performance.now();
  const response = await fetch(base + path, {
    method,
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, time: performance.now() - begin, body: text && JSON.parse(text) };
}

async function expect(status, answer) {
  const got = await answer;
  if (got.status !== status) throw new Error(`expected ${status}, got ${got.status}: ${JSON.stringify(got.body)}`);
  return got;
}

const login = (email, secret) => send("POST", "/api/auth/login", { email, password: secret });
const admin = async () => (await expect(200, login("admin@acme.test", password))).body.data.attributes.accessToken;
const setActive = async (person, isActive) =>
  expect(200, send("POST", `/api/v1/users/${person.id}/${isActive ? "activate" : "deactivate"}`, undefined, token));

let token = await admin();
const found = await expect(200, send("GET", "/api/v1/users?search=user&limit=100&orderBy=email&orderDir=asc", undefined, token));
const people = found.body.data.filter((user) => /^user\d\d@acme\.test$/.test(user.attributes.email))
  .map((user) => ({ id: user.id, email: user.attributes.email, failures: 0 }));
const deactivated = people.splice(40);

let turn = 0;
const next = (group) => group[turn++ % group.length];
const unknownAddress = () => `nobody${Math.random().toString(36).slice(2)}@acme.test`;
// As many as there are people: an address gets only so many mails an hour, known or not.
const strangers = people.map(() => unknownAddress());

// Users sign in before their failures cause a delay; deactivated ones are activated for that.
async function failing(group) {
  const person = next(group);
  if (person.failures++ >= maxFailures) {
    if (group === deactivated) {
      token = await admin();
      await setActive(person, true);
    }
    await expect(200, login(person.email, password));
    if (group === deactivated) await setActive(person, false);
    person.failures = 1;
  }
  return person.email;
}

const registration = { organizationName: "Fresh Ltd", name: "Ada Lovelace" };
const register = (email) => expect(202, send("POST", "/api/auth/register", { ...registration, email }));
const forgot = (email) => expect(202, send("POST", "/api/auth/forgot-password", { email }));
const endpoints = {
  login: {
    "unknown address": async () => [unknownAddress(), "Wr0ng password"],
    "wrong password": async () => [await failing(people), "Wr0ng password"],
    "empty password": async () => [await failing(people), ""],
    deactivated: async () => [await failing(deactivated), password],
  },
  "forgot-password": {
    known: async () => [next(people).email],
    unknown: async () => [next(strangers)],
    deactivated: async () => [next(deactivated).email],
  },
  register: {
    known: async () => [next(people).email],
    unknown: async () => [next(strangers)],
  },
};
const measure = { login: (...told) => expect(401, login(...told)), "forgot-password": forgot, register };

function shuffled(list) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

// Abramowitz and Stegun, 7.1.26: the error is below 1.5e-7.
function normalTail(z) {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  return (((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x)) / 2;
}

function mannWhitney(a, b) {
  const all = [...a.map((time) => [time, 0]), ...b.map((time) => [time, 1])].sort((one, other) => one[0] - other[0]);
  let [rankSum, ties] = [0, 0];
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j][0] === all[i][0]) j++;
    for (let k = i; k < j; k++) if (all[k][1] === 0) rankSum += (i + 1 + j) / 2;
    ties += (j - i) ** 3 - (j - i);
    i = j;
  }
  const [n, m, total] = [a.length, b.length, all.length];
  const u = rankSum - (n * (n + 1)) / 2;
  const deviation = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
  // The probability that a timing of one case exceeds one of the other: 0.5 when indistinguishable (overlap 1); the overlap is 0 when all exceed.
  const exceeds = u / (n * m);
  return { u, overlap: 1 - Math.abs(2 * exceeds - 1), p: Math.min(1, 2 * normalTail((u - (n * m) / 2) / deviation)) };
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const text = (number, width = 9) => number.toFixed(2).padStart(width);

async function compare(endpoint, cases) {
  let isTold = false;
  const names = Object.keys(cases);
  const timings = Object.fromEntries(names.map((name) => [name, []]));
  const order = [...shuffled(names.flatMap((name) => Array(warmUp).fill(name))), ...shuffled(names.flatMap((name) => Array(count).fill(name)))];
  for (const [i, name] of order.entries()) {
    const { time } = await measure[endpoint](...(await cases[name]()));
    if (i >= warmUp * names.length) timings[name].push(time);
  }

  console.log(`\n${endpoint}, ms of ${count} answers a case        25 %   median     75 %`);
  for (const name of names) {
    const sorted = [...timings[name]].sort((one, other) => one - other);
    console.log(`  ${name.padEnd(36)}${text(quantile(sorted, 0.25))}${text(quantile(sorted, 0.5))}${text(quantile(sorted, 0.75))}`);
  }

  const pairs = names.flatMap((one, i) => names.slice(i + 1).map((other) => [one, other]));
  for (const [one, other] of pairs) {
    const { u, overlap, p } = mannWhitney(timings[one], timings[other]);
    const told = p * pairs.length < significance;
    isTold ||= told;
    const verdict = told ? "  CAN BE TOLD APART" : "";
    console.log(`  ${`${one} / ${other}`.padEnd(36)} U ${String(u).padStart(8)}  overlap ${text(100 * overlap, 6)} %  p ${p.toFixed(4)}${verdict}`);
  }
  return isTold;
}

try {
  for (const person of deactivated) await setActive(person, false);
  for (const [endpoint, cases] of Object.entries(endpoints).filter(([name]) => !only || name === only)) {
    if (await compare(endpoint, cases)) process.exitCode = 1;
  }
} finally {
  token = await admin();
  for (const person of deactivated) await setActive(person, true);
}
