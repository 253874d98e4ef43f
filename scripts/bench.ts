import { diagnose } from '../src/diagnosis/diagnose.ts';

/** One thing to measure: its name, what it is expected to stay under in ms, and how often it runs. */
interface Bench {
  readonly name: string;
  readonly goal: number;
  readonly runs: number;
  readonly run: () => unknown;
}

const refusal = JSON.stringify({
  error: {
    code: 'Forbidden',
    message:
      "Caller is not authorized to perform action on resource.\r\nCaller: name=AzureDatabricks;appid=2ff814a6-3304-4ab8-85cb-cd0e6f879c1d;oid=11111111-2222-3333-4444-555555555555;iss=https://sts.windows.net/66666666-7777-8888-9999-000000000000/\r\nAction: 'Microsoft.KeyVault/vaults/keys/wrap/action'\r\nResource: '/subscriptions/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/resourcegroups/rg-keys/providers/microsoft.keyvault/vaults/kv-contoso/keys/cmk'\r\nVault: kv-contoso;location=westeurope",
    innererror: { code: 'ForbiddenByRbac' },
  },
});
const line = '2026-08-13T11:33:42.271Z INFO reading the next block of the key vault audit stream, nothing to do\n';

/** The refusal as its client prints it, filled up with lines of the client to the given number of characters. */
function paste(characters: number): string {
  const rest = Math.max(0, characters - refusal.length);
  const noise = line.repeat(Math.ceil(rest / 2 / line.length)).slice(0, rest / 2);
  return `${noise}\n${refusal}\n${noise}`;
}

const small = paste(2_000);
const middle = paste(20_000);
const large = paste(10_000_000);

/** Everything that is measured; add what else must stay fast here. */
const benches: readonly Bench[] = [
  { name: 'diagnose 2 kB', goal: 5, runs: 200, run: () => diagnose(small) },
  { name: 'diagnose 20 kB', goal: 50, runs: 40, run: () => diagnose(middle) },
  { name: 'diagnose 10 MB', goal: 1000, runs: 7, run: () => diagnose(large) },
];

for (const { name, goal, runs, run } of benches) {
  run();
  run();
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const median = times[Math.floor(runs / 2)] ?? 0;
  const slow = times[Math.floor(runs * 0.95)] ?? 0;
  console.log(
    `${name.padEnd(20)} median ${median.toFixed(2).padStart(8)} ms   95th ${slow.toFixed(2).padStart(8)} ms   goal ${goal} ms`,
  );
}
