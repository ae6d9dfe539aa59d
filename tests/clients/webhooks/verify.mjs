// Verifies webhooks from standard input, {secret, headers, body} a line, with the library of Standard Webhooks. Prints one line each: the event's type, or why not.
import { createInterface } from "node:readline";
import { Webhook } from "standardwebhooks";

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, headers, body } = JSON.parse(line);
  try {
    console.log(new Webhook(secret).verify(body, headers).type);
  } catch (error) {
    console.log(error.message);
  }
}
