// What clients cost that ask and do not read: so many connections, each of which asks for the OpenAPI document, a megabyte, and reads nothing. Prints the memory of the server
// before, while they are there, and after they were cut off, and when that was. Needs 20,000 open files, and the server on this machine (Linux).
//   node bench/slow-readers.mjs http://127.0.0.1:5080 <process id of the server> [connections: 1500]
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';

const [address, process_, number = '1500'] = process.argv.slice(2);
const { hostname, port, host } = new URL(address);
const memory = () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process_}/status`, 'utf8'))[1]) / 1024);
const pause = seconds => new Promise(resolve => setTimeout(resolve, 1000 * seconds));

const before = memory();
const begin = Date.now();
let open = 0;
const sockets = [];
for (let i = 0; i < Number(number); i++) {
  const socket = connect({ host: hostname, port, onread: { buffer: Buffer.alloc(1), callback: () => false } });
  socket.on('connect', () => { open++; socket.write(`GET /openapi/v1.json HTTP/1.1\r\nHost: ${host}\r\n\r\n`); });
  socket.on('error', () => {}).on('close', () => open--);
  sockets.push(socket);
}
let most = 0;
let cut;
for (let second = 0; second < 60 && cut === undefined; second++) {
  await pause(1);
  most = Math.max(most, memory());
  // Nothing is read, so an end is noticed by what is sent.
  for (const socket of sockets) if (!socket.destroyed) socket.write('\r\n');
  if (open === 0) cut = Math.round((Date.now() - begin) / 1000);
}
console.log(`${number} clients that do not read: ${before} MiB before, ${most} at most, ${memory()} after; ${cut === undefined ? 'some were still there after a minute' : `all were cut off within ${cut} s`}`);
process.exit(cut === undefined ? 1 : 0);
