import type { Branch } from '../../diagnosis/tree.ts';
import { refusers, type Speaker } from '../../knowledge/parties.ts';

const names: Readonly<Record<Speaker, string>> = {
  client: 'Client',
  arm: refusers.arm.name,
  provider: 'Service',
  'key-store': 'Key store',
  'identity-platform': refusers['identity-platform'].name,
};

/** The layers of an error as a tree, the outermost first: who speaks, with which code, and what they say. */
export function LayerTree({ branches }: { branches: readonly Branch[] }) {
  return (
    <ul class="layers">
      {branches.map(({ layer, wraps }) => (
        <li key={layer.start}>
          <span class={`speaker ${layer.speaker}`}>{names[layer.speaker]}</span>{' '}
          {layer.code && <code>{layer.code}</code>}
          {layer.message && <div class="meta">{layer.message.slice(0, 240)}</div>}
          {wraps.length > 0 && <LayerTree branches={wraps} />}
        </li>
      ))}
    </ul>
  );
}
