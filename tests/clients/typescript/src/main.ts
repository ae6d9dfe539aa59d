import { connect, Refused } from "./client.js";
import { signIn } from "./signIn.js";
import { create, everybody, read, rename } from "./users.js";

declare const process: { argv: string[]; exit(code: number): never };

const [, , address = "", email = "", password = "", code = ""] = process.argv;

/** Signs in, pages, creates, changes with a version, and is refused; says what it saw as one line of JSON. */
async function run(): Promise<Record<string, unknown>> {
  const session = await signIn(address, email, password, () => code);
  const api = connect(address, session.token);
  const names: string[] = [];
  for await (const user of everybody(api, 20)) {
    names.push(user.attributes.name);
  }

  const created = await create(api, { email: `ts.${Date.now()}@acme.test`, name: "Typed" });
  const before = await read(api, created.id);
  const after = await rename(api, created.id, "Typed anew", before.tag);
  const late = await rename(api, created.id, "Too late", before.tag);
  return {
    count: names.length,
    role: created.attributes.role,
    organization: created.relationships.organization.id,
    name: after?.user.attributes.name,
    tags: [before.tag, after?.tag],
    late,
    refused: await refusal(() => create(api, { email: "nobody", name: " " })),
  };
}

async function refusal(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refused) {
      return { code: error.code, details: error.details };
    }

    throw error;
  }
}

try {
  console.log(JSON.stringify(await run()));
} catch (error) {
  console.error(error);
  process.exit(1);
}
