import type { Look } from './cause.ts';

// The functions are marked as free of side effects, so that a bundle of plans alone leaves the pages out.

/** What a party answered; the rest of a message is how the tool wraps it. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The code inside of the code, where there is one. */
  readonly inner?: string;
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
};

const body = ({ code, message, inner }: Refusal) => ({
  error: { code, message, ...(inner ? { innererror: { code: inner } } : {}) },
});

/**
 * How the Azure CLI prints a refusal.
 *
 * @example az({ status: 403, code: 'Forbidden', message: 'No.', inner: 'KeyDisabled' })
 */
/* @__NO_SIDE_EFFECTS__ */
export function az({ code, message, inner }: Refusal): Look {
  const lines = [`ERROR: (${code}) ${message}`, `Code: ${code}`, `Message: ${message}`];
  if (inner) lines.push(`Inner error: {\n    "code": "${inner}"\n}`);
  return { tool: 'az', text: lines.join('\n') };
}

/**
 * How an Az cmdlet prints a refusal.
 *
 * @example powerShell('Set-AzStorageAccount', { status: 404, code: 'KeyNotFound', message: 'No.' })
 */
/* @__NO_SIDE_EFFECTS__ */
export function powerShell(cmdlet: string, { code, message, inner }: Refusal): Look {
  const text = `${cmdlet} : ${message}
Code: ${inner ?? code}
At line:1 char:1
+ ${cmdlet} ...
    + CategoryInfo          : CloseError: (:) [${cmdlet}], Exception
    + FullyQualifiedErrorId : Microsoft.Azure.Commands.${cmdlet.replace('-', '')}`;
  return { tool: 'PowerShell', text };
}

/**
 * How Terraform prints a refusal: the answer as it came, in a frame.
 *
 * @example terraform('updating Workspace', { status: 404, code: 'KeyNotFound', message: 'No.' })
 */
/* @__NO_SIDE_EFFECTS__ */
export function terraform(doing: string, refusal: Refusal): Look {
  const text = `Error: ${doing}: unexpected status ${refusal.status}

RESPONSE ${refusal.status}: ${refusal.status} ${reasons[refusal.status] ?? ''}
ERROR CODE: ${refusal.code}
${'-'.repeat(80)}
${JSON.stringify(body(refusal), null, 2)}
${'-'.repeat(80)}`;
  return { tool: 'Terraform', text: text.replace(/^/gm, '│ ') };
}

/**
 * How a portal notification prints a refusal.
 *
 * @example portal('Failed to update workspace', { status: 404, code: 'KeyNotFound', message: 'No.' })
 */
/* @__NO_SIDE_EFFECTS__ */
export function portal(title: string, { code, message, inner }: Refusal): Look {
  return { tool: 'portal', text: `${title}\n${message} (Code: ${inner ?? code})` };
}

/**
 * How the JSON of a failed operation in the activity log holds a refusal: as a string.
 *
 * @example activityLog({ status: 404, code: 'KeyNotFound', message: 'No.' })
 */
/* @__NO_SIDE_EFFECTS__ */
export function activityLog(refusal: Refusal): Look {
  const properties = { statusCode: reasons[refusal.status], statusMessage: JSON.stringify(body(refusal)) };
  return { tool: 'activity log', text: `"properties": ${JSON.stringify(properties, null, 2)}` };
}

const tenant = '33333333-3333-3333-3333-333333333333';

/** The caller as a key store prints it; ids are made up. */
export const caller = `appid=11111111-1111-1111-1111-111111111111;oid=22222222-2222-2222-2222-222222222222;iss=https://sts.windows.net/${tenant}/`;

/** The vault as a key store prints it. */
export const vault = 'kv-contoso;location=westeurope';
