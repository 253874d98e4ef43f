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

/** An error of Azure Resource Manager as `az rest` prints it: the reason, then the body. */
const armError = (reason: string, code: string, message: string): Answer =>
  fail(`${reason}(${JSON.stringify({ error: { code, message } })})`);

/** Type and name of a resource, as a list of resources shows them: those of a child with those of its parents. */
function typeAndName(id: string): { type: string; name: string } {
  const [provider = '', ...rest] = (id.split('/providers/')[1] ?? '').split('/');
  return {
    type: [provider, ...rest.filter((_, index) => index % 2 === 0)].join('/'),
    name: rest.filter((_, index) => index % 2 === 1).join('/'),
  };
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
    const [id = '', search = ''] = option('--url').split('?');
    const parameters = [search, ...(args.includes('--url-parameters') ? args : [])].join('&');
    if (!/api-version=[\w-]+/.test(parameters))
      return armError('Bad Request', 'MissingApiVersionParameter', 'The api-version query parameter is missing.');
    if (world.forbidden?.some((part) => lower(id).includes(lower(part))))
      return armError('Forbidden', 'AuthorizationFailed', `The client 'reader' has no authorization over '${id}'.`);
    if (id.endsWith('/providers/Microsoft.Authorization/roleAssignments')) {
      const principal = parameters.match(/principalId eq '([^']*)'/)?.[1];
      const value = world.roleAssignments?.filter(
        ({ properties }) => (properties as { principalId?: string }).principalId === principal,
      );
      return show({ value: value ?? [] });
    }
    if (id.endsWith('/providers/Microsoft.Authorization/locks')) return show({ value: world.locks ?? [] });
    if (id.endsWith('/providers/Microsoft.KeyVault/deletedVaults')) return show({ value: world.deletedVaults ?? [] });
    const body = Object.entries(world.resources).find(([own]) => lower(own) === lower(id))?.[1];
    if (body) return show(body);
    return /\/keys\/[^/]+(\/versions\/[^/]+)?$/.test(id)
      ? armError('Not Found', 'KeyNotFound', 'A key with this name or version was not found in this key vault.')
      : armError('Not Found', 'ResourceNotFound', `The Resource '${id.split('/providers/')[1]}' was not found.`);
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
      return show(
        Object.keys(world.resources)
          .filter((id) => {
            const { type, name } = typeAndName(id);
            return (
              id.split('/')[2] === option('--subscription') &&
              lower(type) === lower(option('--resource-type')) &&
              lower(name) === lower(option('--name'))
            );
          })
          .map((id) => ({ id })),
      );
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
