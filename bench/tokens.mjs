// Signs in as 200 of the seeded administrators and writes `user id<TAB>access token` lines: ten users of each organization.
//   node bench/tokens.mjs http://127.0.0.1:5080 targets.tsv
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";

const [base, file] = process.argv.slice(2);
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const typeId = (name) => {
  let bits = BigInt("0x" + createHash("md5").update(name).digest("hex"));
  let text = "";
  for (let i = 0; i < 26; i++, bits >>= 5n) text = alphabet[Number(bits & 31n)] + text;
  return "usr_" + text;
};

const lines = [];
for (let k = 0; k < 200; k++) {
  const o = 1 + k * 5;
  const response = await fetch(`${base}/api/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: `bench${o}@bench.test`, password: "Passw0rd!demo" }),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  const { accessToken } = (await response.json()).data.attributes;
  for (let j = 0; j < 10; j++) {
    let u = 1 + ((k * 3 + j * 19) % 200);
    if (u % 50 === 0) u--;
    lines.push(`${typeId(`user${o}-${u}`)}\t${accessToken}`);
  }
}
writeFileSync(file, lines.join("\n") + "\n");
console.log(`targets: ${lines.length}`);
