// What both servers share: a port that is free, and the one line that says which.
import http from 'node:http';

/** Starts a server on loopback and says where, once it listens; ends with its parent, whose pipe closes then. */
export function listen(port, handler, ready) {
  const server = http.createServer();
  server.listen(port, '127.0.0.1', () => {
    const origin = `http://127.0.0.1:${server.address().port}`;
    server.on('request', handler(origin));
    (ready ?? console.log)(`listening ${origin}`);
  });
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
}

/** The options of the command line: --name value, repeated ones as a list. */
export function options(defaults) {
  const given = { ...defaults };
  for (let i = 2; i < process.argv.length; i += 2) {
    const name = process.argv[i].replace(/^--/, '');
    if (!(name in defaults)) throw new Error(`unknown option ${process.argv[i]}`);
    given[name] = Array.isArray(defaults[name]) ? [...given[name], process.argv[i + 1]] : process.argv[i + 1];
  }
  return given;
}

/** The form in a request's body. */
export async function form(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}
