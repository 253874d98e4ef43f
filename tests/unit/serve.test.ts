import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const serve = join(import.meta.dirname, '../../scripts/serve.ts');

async function run(...args: string[]) {
  const child = spawn(process.execPath, [serve, ...args]);
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const [code] = await once(child, 'exit');
  return { code, said: said.trim() };
}

it('says in one sentence that the port is taken, and what to do', async () => {
  const other = createServer().listen(0, 'localhost');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const { code, said } = await run('--port', String(port));
  other.close();
  expect(code).toBe(1);
  expect(said).toMatch(/^Port \d+ is taken: .*\.$/);
});

it.each(['0', 'abc', '70000'])('says that %s is no port', async (port) => {
  const { code, said } = await run('--port', port);
  expect(code).toBe(2);
  expect(said).toContain('is not a port');
});
