import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

export type Schemas = components["schemas"];

/** A client of one address, which sends the token that it has. */
export function connect(baseUrl: string, token?: string) {
  return createClient<paths>({ baseUrl, headers: token === undefined ? {} : { Authorization: `Bearer ${token}` } });
}

export type Api = ReturnType<typeof connect>;

/** What a request was refused with: the code and those of its details are what a program acts on. */
export class Refused extends Error {
  readonly code: string;
  readonly details: readonly string[];

  constructor(body: Schemas["Error"]) {
    super(`${body.error.code}: ${body.error.message} (${body.error.requestId})`);
    this.code = body.error.code;
    this.details = body.error.details.map((detail) => `${detail.field ?? ""} ${detail.code}`.trim());
  }
}

/** The body of an error, from either form: this client asks for none, and so gets the envelope. */
export function refused(error: Schemas["Error"] | Schemas["Problem"]): Refused {
  if ("error" in error) {
    return new Refused(error);
  }

  throw new Error(`${error.title} came as problem details`);
}
