import { createServer } from 'node:net';
import type { World } from './collector-situations.ts';
import { evaluate } from './jmespath.ts';

/** What the stub prints: on success to its output, otherwise to its error output. */
interface Answer {
  readonly code: number;
  readonly text: string;
}

const lower = (text: unknown): string => String(text).toLowerCase();
const fail = (text: string, code = 1): Answer => ({ code, text: `ERROR: ${text}\n` });

/** Type and name of a resource, as a list of resources shows them: those of a child with those of its parents. */
function typeAndName(id: string): { type: string; name: string } {
  const [provider = '', ...rest] = (id.split('/providers/')[1] ?? '').split('/');
  return {
    type: [provider, ...rest.filter((_, index) => index % 2 === 0)].join('/'),
    name: rest.filter((_, index) => index % 2 === 1).join('/'),
  };
}

const reasons: Readonly<Record<number, string>> = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found' };

/** What Azure Resource Manager would answer to a GET, if the recorded world were all there is. */
export function answerArm(world: World, url: string): { readonly status: number; readonly body: unknown } {
  const id = url.split(/[?&]/)[0] ?? '';
  const error = (status: number, code: string, message: string) => ({ status, body: { error: { code, message } } });
  const list = (value: readonly unknown[] | undefined) => ({ status: 200, body: { value: value ?? [] } });
  if (!/api-version=[\w-]+/.test(url))
    return error(400, 'MissingApiVersionParameter', 'The api-version query parameter is missing.');
  if (world.forbidden?.some((part) => lower(id).includes(lower(part))))
    return error(403, 'AuthorizationFailed', `The client 'reader' has no authorization over '${id}'.`);
  if (id.endsWith('/providers/Microsoft.Authorization/roleAssignments')) {
    const principal = url.match(/principalId eq '([^']*)'/)?.[1];
    return list(
      world.roleAssignments?.filter(
        ({ properties }) => (properties as { principalId?: string }).principalId === principal,
      ),
    );
  }
  if (id.endsWith('/providers/Microsoft.Authorization/locks')) return list(world.locks);
  if (id.endsWith('/providers/Microsoft.KeyVault/deletedVaults')) return list(world.deletedVaults);
  if (id.endsWith('/eventtypes/management/values')) return list(world.failures);
  if (/^\/subscriptions\/[^/]+\/resources$/.test(id)) {
    const [, type, name] = url.match(/resourceType eq '([^']*)' and name eq '([^']*)'/) ?? [];
    return list(findResources(world, id.split('/')[2] ?? '', type ?? '', name ?? ''));
  }
  const body = Object.entries(world.resources).find(([own]) => lower(own) === lower(id))?.[1];
  if (body) return { status: 200, body };
  return /\/keys\/[^/]+(\/versions\/[^/]+)?$/.test(id)
    ? error(404, 'KeyNotFound', 'A key with this name or version was not found in this key vault.')
    : error(404, 'ResourceNotFound', `The Resource '${id.split('/providers/')[1]}' was not found.`);
}

/** The resources of a subscription that have a type and a name. */
function findResources(world: World, subscription: string, type: string, name: string) {
  return Object.keys(world.resources)
    .filter((id) => {
      const own = typeAndName(id);
      return id.split('/')[2] === subscription && lower(own.type) === lower(type) && lower(own.name) === lower(name);
    })
    .map((id) => ({ id }));
}

/** What the Azure CLI would answer, if the recorded world were all there is. */
export function answerAz(world: World, args: readonly string[]): Answer {
  const words = args.slice(
    0,
    args.findIndex((arg) => arg.startsWith('-')),
  );
  const option = (name: string): string => args[args.indexOf(name) + 1] ?? '';
  const show = (body: unknown): Answer => {
    const result = args.includes('--query') ? evaluate(option('--query'), body) : body;
    if (option('--output') !== 'tsv') return { code: 0, text: `${JSON.stringify(result, null, 2)}\n` };
    const rows = Array.isArray(result) ? result : [result];
    return { code: 0, text: rows.map((row) => `${row === null ? 'None' : row}\n`).join('') };
  };
  const rest = (): Answer => {
    if (option('--method') !== 'get') return fail('only GET is recorded', 2);
    const parameters = args.includes('--url-parameters') ? args.slice(args.indexOf('--url-parameters') + 1) : [];
    const { status, body } = answerArm(world, [option('--url'), ...parameters].join('&'));
    // As az rest prints it: the reason, then the body.
    return status === 200 ? show(body) : fail(`${reasons[status]}(${JSON.stringify(body)})`);
  };
  if (world.signedIn === false) return fail("Please run 'az login' to setup account.");
  switch (words.join(' ')) {
    case 'rest':
      return rest();
    case 'account show':
      return show(world.account);
    case 'account list':
      return show([world.account]);
    case 'resource list':
      return show(findResources(world, option('--subscription'), option('--resource-type'), option('--name')));
    case 'monitor activity-log list':
      return show(world.failures ?? []);
    case 'keyvault key list-deleted':
      return show(world.deletedKeys ?? []);
    case 'ad sp show': {
      const id = world.applications?.[option('--id')];
      return id ? show({ id, appId: option('--id') }) : fail(`Resource '${option('--id')}' does not exist.`, 3);
    }
    default:
      return fail(`'${words.join(' ')}' is not recorded`, 2);
  }
}

/** Answers the stub until it is closed; `commands` holds every command line that came. */
export async function serveAz(world: World) {
  const commands: string[][] = [];
  const server = createServer((socket) => {
    let sent = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      sent += chunk;
      const [count, ...args] = sent.split('\0');
      if (args.length <= Number(count)) return;
      commands.push(args.slice(0, Number(count)));
      const { code, text } = answerAz(world, args.slice(0, Number(count)));
      socket.end(`${code}\n${text}`);
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, commands, close: () => server.close() };
}
