// Started by rolling-upgrade.sh: starts two instances of the version before, sends requests to those that are in the rotation, and replaces one after the other by the version after. An
// instance is taken out of the rotation before it is stopped, and comes back when it is ready, as load balancers do it. Nothing is sent a second time, whatever is answered.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { Agent, request } from "node:http";

const [before, after, secondsText, work] = process.argv.slice(2);
const seconds = Number(secondsText);
const workers = 16;
const password = "Passw0rd!demo";
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

class Instance {
  constructor(name, port) {
    Object.assign(this, { name, port, isIn: false, underWay: 0, agent: new Agent({ keepAlive: true }) });
  }

  async start(version, folder) {
    const place = `${work}/${this.name}-${version}`;
    mkdirSync(place);
    this.process = spawn("dotnet", [`${folder}/CleanApi.WebApi.dll`, `--Urls=http://127.0.0.1:${this.port}`, `--Email:Directory=${place}/mail`], { cwd: place, stdio: ["ignore", "pipe", "pipe"] });
    this.log = "";
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on("data", (data) => (this.log += data));
    this.exit = new Promise((resolve) => this.process.on("exit", resolve));
    for (let tries = 0; ; tries++) {
      if (this.process.exitCode !== null || tries > 600) throw new Error(`${this.name} does not start: ${this.log}`);
      if ((await this.send("GET", "/health/ready").catch(() => ({}))).status === 200) break;
      await pause(100);
    }
    this.isIn = true;
  }

  async stop() {
    this.isIn = false;
    while (this.underWay > 0) await pause(5);
    this.process.kill("SIGTERM");
    const code = await this.exit;
    if (code !== 0) throw new Error(`${this.name} ended with ${code}: ${this.log}`);
    this.agent.destroy();
    this.agent = new Agent({ keepAlive: true });
  }

  send(method, path, body, token) {
    const json = body && JSON.stringify(body);
    const headers = { ...(json && { "content-type": "application/json", "content-length": Buffer.byteLength(json) }), ...(token && { authorization: `Bearer ${token}` }) };
    return new Promise((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port: this.port, agent: this.agent, method, path, headers, timeout: 30_000 }, (response) => {
        let text = "";
        response.on("data", (data) => (text += data)).on("end", () => resolve({ status: response.statusCode, text })).on("error", reject);
      });
      sent.on("timeout", () => sent.destroy(new Error("timeout"))).on("error", reject).end(json);
    });
  }
}

const instances = [new Instance("first", 5397), new Instance("second", 5398)];
let turn = 0, phase = "", isRunning = true, acknowledged = 0;
const phases = new Map();

// What is expected, or null: it is counted.
async function ask(expected, method, path, body, token) {
  const open = instances.filter((instance) => instance.isIn);
  const instance = open[turn++ % open.length];
  const counts = phases.get(phase);
  const began = performance.now();
  instance.underWay++;
  try {
    const answer = await instance.send(method, path, body, token);
    counts.longest = Math.max(counts.longest, performance.now() - began);
    if (answer.status === expected) {
      counts.answered++;
      return answer.text ? JSON.parse(answer.text) : {};
    }
    counts.failed.push(`${method} ${path} at ${instance.name}: ${answer.status} ${answer.text.slice(0, 300)}`);
  } catch (error) {
    counts.failed.push(`${method} ${path} at ${instance.name}: ${error.code ?? error.message}`);
  } finally {
    instance.underWay--;
  }
  return null;
}

function enter(name) {
  phase = name;
  phases.set(name, { answered: 0, longest: 0, failed: [] });
}

const signIn = async (email) => (await ask(200, "POST", "/api/auth/login", { email, password }))?.data.attributes;

// Each request goes to another instance than the one before: sessions, tokens and rows of one version are used by the other.
async function person(number) {
  // Every fifth demo user is a viewer, who creates nothing.
  const email = `user${String(number + 1 + Math.floor(number / 4)).padStart(2, "0")}@acme.test`;
  let session = null, me = null;
  for (let round = 0; isRunning; round++) {
    if (session === null || round % 25 === 0) {
      session = await signIn(email);
      me ??= (await ask(200, "GET", "/api/v1/me", undefined, session?.accessToken))?.data.id;
    }
    if (round % 25 === 12) {
      session = (await ask(200, "POST", "/api/auth/refresh", { refreshToken: session?.refreshToken }))?.data.attributes ?? null;
    }
    const token = session?.accessToken;
    if (await ask(201, "POST", `/api/v1/users/${me}/posts`, { title: `upgrade ${number} ${round}` }, token)) acknowledged++;
    await ask(200, "PATCH", "/api/v1/me", { bio: `Round ${round}` }, token);
    await ask(200, "GET", "/api/v1/users?limit=20", undefined, token);
    await pause(10);
  }
}

try {
  for (const instance of instances) await instance.start("before", before);
  enter("two of the version before");
  const load = Array.from({ length: workers }, (_, number) => person(number));
  await pause(seconds * 1000);
  enter("the first is replaced");
  await instances[0].stop();
  await instances[0].start("after", after);
  enter("one of each");
  await pause(seconds * 1000);
  enter("the second is replaced");
  await instances[1].stop();
  await instances[1].start("after", after);
  enter("two of the version after");
  await pause(seconds * 1000);
  isRunning = false;
  await Promise.all(load);
} finally {
  for (const instance of instances) instance.process?.kill("SIGTERM");
  await Promise.all(instances.map((instance) => instance.exit));
}

let failed = 0;
for (const [name, counts] of phases) {
  console.log(`${name}: ${counts.answered} answered as expected, ${counts.failed.length} not; the longest took ${Math.round(counts.longest)} ms`);
  for (const line of [...new Set(counts.failed)].slice(0, 10)) console.log(`  ${line}`);
  failed += counts.failed.length;
}
console.log(`posts acknowledged: ${acknowledged}`);
process.exitCode = failed === 0 ? 0 : 1;
