import { type Api, type Schemas, refused } from "./client.js";

export type User = Schemas["User"];

/** All users, page by page, by following the cursor. */
export async function* everybody(api: Api, limit: number): AsyncGenerator<User> {
  let cursor: string | null = null;
  do {
    const page: { data: User[]; next: string | null } = await pageOf(api, limit, cursor);
    yield* page.data;
    cursor = page.next;
  } while (cursor !== null);
}

async function pageOf(api: Api, limit: number, cursor: string | null): Promise<{ data: User[]; next: string | null }> {
  const { data, error } = await api.GET("/api/v1/users", { params: { query: cursor === null ? { limit } : { limit, cursor } } });
  if (error !== undefined) {
    throw refused(error);
  }

  return { data: data.data, next: data.meta.nextCursor };
}

/** Creates a user. The role may be left to the server. */
export async function create(api: Api, user: Schemas["CreateUser"]): Promise<User> {
  const { data, error } = await api.POST("/api/v1/users", { body: user });
  if (error !== undefined) {
    throw refused(error);
  }

  return data.data;
}

/** Changes a user if nobody else has in between; null when somebody has. */
export async function rename(api: Api, id: string, name: string, tag: string): Promise<{ user: User; tag: string } | null> {
  const { data, error, response } = await api.PATCH("/api/v1/users/{id}", {
    params: { path: { id }, header: { "If-Match": tag } },
    body: { name },
  });
  if (error !== undefined) {
    if (response.status === 412) {
      return null;
    }

    throw refused(error);
  }

  return { user: data.data, tag: tagOf(response) };
}

/** A user and the version that was read. */
export async function read(api: Api, id: string): Promise<{ user: User; tag: string }> {
  const { data, error, response } = await api.GET("/api/v1/users/{id}", { params: { path: { id } } });
  if (error !== undefined) {
    throw refused(error);
  }

  return { user: data.data, tag: tagOf(response) };
}

function tagOf(response: Response): string {
  const tag = response.headers.get("ETag");
  if (tag === null) {
    throw new Error("There is no ETag");
  }

  return tag;
}
