// Follows events and prints the id of each, one a line: node follow.mjs sse|hub <base> <token> [type]. Ends with its standard input.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { EventSource } from 'eventsource';

const [kind, base, token, type] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);
process.stdin.resume().on('end', () => process.exit(0));

function followStream() {
  const query = type ? `?type=${encodeURIComponent(type)}` : '';
  const source = new EventSource(`${base}/api/v1/events/stream${query}`, {
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } }),
  });
  source.onopen = () => say('open');
  source.onmessage = (message) => say(JSON.parse(message.data).id);
  // An EventSource gives up for good when it is answered with an error, as by a load balancer before the instance is back.
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) say('closed');
  };
}

async function followHub() {
  let after = null;
  const connection = new HubConnectionBuilder()
    .withUrl(`${base}/hubs/events`, { accessTokenFactory: () => token, skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: () => 200 })
    .configureLogging(LogLevel.None)
    .build();
  const follow = () => connection.stream('Follow', { type: type ?? null, subject: null, after }).subscribe({
    next: ({ cursor, event }) => {
      after = cursor;
      if (event) say(event.id);
    },
    complete: () => {},
    error: () => {},
  });
  connection.onreconnected(follow);
  connection.onclose(() => say('closed'));
  await connection.start();
  follow();
  say('open');
}

if (kind === 'hub') await followHub();
else followStream();
