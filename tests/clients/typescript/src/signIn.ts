import { connect, refused } from "./client.js";

export interface Session {
  readonly token: string;
  readonly expiresIn: number;
}

/** Signs in; where a second factor is asked for, `answer` gives the code of one of the methods. */
export async function signIn(
  baseUrl: string, email: string, password: string, answer: (methods: readonly string[]) => string,
): Promise<Session> {
  const anonymous = connect(baseUrl);
  const first = await anonymous.POST("/api/auth/login", { body: { email, password } });
  if (first.error !== undefined) {
    throw refused(first.error);
  }

  const answered = first.data.data;
  if (answered.type === "session") {
    return { token: answered.attributes.accessToken, expiresIn: answered.attributes.expiresIn };
  }

  const { mfaToken, methods } = answered.attributes;
  const second = await anonymous.POST("/api/auth/mfa/verify", { body: { mfaToken, code: answer(methods) } });
  if (second.error !== undefined) {
    throw refused(second.error);
  }

  return { token: second.data.data.attributes.accessToken, expiresIn: second.data.data.attributes.expiresIn };
}
