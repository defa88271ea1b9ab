// Loaded before the program (node --expose-gc --import): writes its heap to HEAP_FILE each minute, in MB after a collection.
import { appendFileSync } from 'node:fs';

setInterval(() => {
  globalThis.gc();
  appendFileSync(process.env.HEAP_FILE, `${(process.memoryUsage().heapUsed / 1e6).toFixed(1)}\n`);
}, 60_000).unref();
