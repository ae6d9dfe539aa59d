// hub.mjs: follows the hub; npm install @microsoft/signalr.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { base, forEver, handle, renewal, token, type } from './client.mjs';

let after = null;

await forEver(async (connected) => {
  const credential = await token();
  const connection = new HubConnectionBuilder()
    .withUrl(`${base}/hubs/events`, { accessTokenFactory: () => credential, skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .build();
  let planned;
  try {
    await connection.start();
    await new Promise((resolve, reject) => {
      planned = setTimeout(resolve, renewal());
      connection.onclose((error) => reject(error ?? new Error('closed')));
      connection.stream('Follow', { type, after }).subscribe({
        next: ({ cursor, event }) => {
          connected();
          if (event) handle(event);
          else console.error('follows', cursor);
          after = cursor;
        },
        // An error has a code at its beginning, also the one that ends every call: RESTARTING, TOKEN_EXPIRED, …
        error: (error) => reject(/VALIDATION_ERROR|AUTHORIZATION_ERROR/.test(error.message) ? Object.assign(error, { status: 422 }) : error),
        complete: resolve,
      });
    });
  } finally {
    clearTimeout(planned);
    await connection.stop();
  }
});
