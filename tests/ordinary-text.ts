import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines that programs all over the world write into their logs, with what varies left open. */
const logLines = [
  'GET /api/orders/{n} 200 {n}ms "Mozilla/5.0 (X11; Linux x86_64)"',
  'POST /login 401 Unauthorized {n}ms',
  'GET /admin 403 Forbidden {n}ms',
  'ERROR Connection refused: connect to db-{n}.internal:5432',
  'WARN retry {n} of 5 after timeout of {n} ms',
  'java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null',
  '\tat com.example.app.OrderService.load(OrderService.java:{n})',
  "Error: ENOENT: no such file or directory, open '/srv/app/config-{n}.json'",
  'npm ERR! code E404 package-{n} is not in this registry',
  'kernel: [{n}.123456] usb 1-{n}: device descriptor read/64, error -71',
  'sshd[{n}]: Failed password for invalid user admin from 203.0.113.{n} port {n} ssh2',
  'nginx: [warn] conflicting server name "example.com" on 0.0.0.0:80, ignored',
  'psycopg2.errors.UniqueViolation: duplicate key value violates unique constraint "orders_pkey"',
  'FATAL: password authentication failed for user "app{n}"',
  'redis.exceptions.ConnectionError: Error {n} connecting to localhost:6379.',
  'Traceback (most recent call last):',
  "KeyError: 'customer_{n}'",
  "TypeError: Cannot read properties of undefined (reading 'map')",
  'CMake Error at CMakeLists.txt:{n} (find_package): not found',
  "error TS2322: Type 'string' is not assignable to type 'number'.",
  'HTTP 429 Too Many Requests, retry after {n} seconds',
  'HTTP 500 Internal Server Error while rendering page {n}',
  'docker: Error response from daemon: pull access denied for app{n}',
  'git: Permission denied (publickey). Could not read from remote repository.',
  'certificate has expired or is not yet valid for host-{n}.example.org',
  'segfault at {n} ip 00007f sp 00007ffd error 4 in libc.so.6',
  'OutOfMemoryError: Java heap space, worker {n} stopped',
  'INFO cache hit for key user:{n}, ttl 300',
  'INFO key rotation of the session store finished, {n} keys',
  'DEBUG vault animation frame {n} skipped',
  'quota warning: mailbox user{n} is at 93 percent',
  'lock wait timeout exceeded; try restarting transaction {n}',
];

const prose = [
  'The committee met on Tuesday and agreed to postpone the vote until {n} members could attend.',
  'Fold the egg whites into the batter, and bake it for {n} minutes until the top is golden.',
  'She found the key under the mat, opened the old vault and counted {n} coins.',
  'The museum was denied permission to lend the painting, and the exhibition lost a third of its visitors.',
  'In {n} the harbour was closed because of ice, and the ships waited outside of the port.',
  'Students must register for the course before the deadline; late requests are not accepted.',
  'The policy of the school forbids phones, and {n} parents disagreed.',
  'His identity was never confirmed, and the case was closed after {n} years.',
  'The new region offers cheap wine, long walks and {n} kilometres of coast.',
  'The operation was a success, and the patient left the ward after {n} days.',
];

function filled(line: string, seed: number): string {
  let state = seed + 1;
  return line.replaceAll('{n}', () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return String(state % 997);
  });
}

/** Some lines from a table, starting at another one each time. */
function lines(table: readonly string[], seed: number, count: number): string {
  return Array.from({ length: count }, (_, index) =>
    filled(table[(seed * 7 + index * (1 + (seed % 5))) % table.length] ?? '', seed * 31 + index),
  ).join('\n');
}

/** Pieces of the source code and of the texts that packages bring, in a fixed order. */
function sourcePieces(folder: string, packages: readonly string[], wanted: number): string[] {
  const pieces: string[] = [];
  for (const name of packages) {
    const files = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:js|mjs|ts|md|json|css)$/.test(file) && !file.includes('node_modules'))
      .sort();
    for (const file of files.slice(0, 60)) {
      const text = readFileSync(join(folder, name, file), 'utf8');
      for (let from = 0; from < text.length && from < 9_000; from += 3_000) pieces.push(text.slice(from, from + 1_500));
    }
  }
  return pieces.filter((piece) => piece.length > 200).slice(0, wanted);
}

/**
 * A thousand pieces of ordinary logs, prose and source code, none of them about Azure; the same every time.
 *
 * @param folder where installed packages are
 */
export function ordinaryTexts(folder: string): string[] {
  const logs = Array.from({ length: 400 }, (_, seed) => lines(logLines, seed, 1 + (seed % 14)));
  const proses = Array.from({ length: 200 }, (_, seed) => lines(prose, seed, 1 + (seed % 6)));
  return [
    ...logs,
    ...proses,
    ...sourcePieces(folder, ['preact', 'fast-check', 'vitest', 'typescript', 'astro', 'shiki'], 400),
  ];
}
