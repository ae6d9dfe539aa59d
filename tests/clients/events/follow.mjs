// Follows events with an EventSource and prints the id of each, one a line: node follow.mjs <base> <token> [type]. Ends with its standard input.
import { EventSource } from 'eventsource';

const [base, token, type] = process.argv.slice(2);
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

followStream();
