// stream.mjs: follows the stream.
import { base, forEver, handle, refused, renewal, token, type } from './client.mjs';

let after = '';

function take(block) {
  if (block.event === 'end') throw new Error(block.data);
  if (block.data && !block.event) handle(JSON.parse(block.data));
  // Also without data: a heartbeat tells how far the log is.
  if (block.id) after = block.id;
}

await forEver(async (connected) => {
  const stop = new AbortController();
  const credential = await token();
  const planned = setTimeout(() => stop.abort('renewed'), renewal());
  // A heartbeat comes every 15 seconds: whoever hears nothing for 45 has lost the connection.
  let silence = setTimeout(() => stop.abort(new Error('silence')), 45_000);
  try {
    const query = new URLSearchParams(after ? { type, after } : { type });
    const answer = await fetch(`${base}/api/v1/events/stream?${query}`, { headers: { Authorization: `Bearer ${credential}` }, signal: stop.signal });
    if (!answer.ok) throw await refused(answer);
    let [block, rest] = [{}, ''];
    for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
      silence.refresh();
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        const [, field, value] = /^(\w*):? ?(.*)$/.exec(line);
        if (field) block[field] = value;
        if (line === '') {
          if (block.id) connected();
          take(block);
          if (block.retry) console.error('follows', after);
          block = {};
        }
      }
    }
  } catch (error) {
    if (error !== 'renewed') throw error;
  } finally {
    clearTimeout(planned);
    clearTimeout(silence);
  }
});
