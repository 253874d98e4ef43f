import type { Link } from '../../diagnosis/chain.ts';

const marks = { sent: '', 'let-through': ' ✓', refused: ' ✗', 'not-reached': '' } as const;
const spoken = {
  sent: '',
  'let-through': 'let it through',
  refused: 'said no',
  'not-reached': 'was not reached',
} as const;

/** The way of the update, party by party, with the one that refused it marked. */
export function ChainView({ links }: { links: readonly Link[] }) {
  return (
    <ol class="chain">
      {links.map(({ party, name, did, note }) => (
        <li key={party} class={did === 'refused' ? 'no' : did}>
          <b>
            {name}
            <span aria-hidden="true">{marks[did]}</span>
            {spoken[did] && <span class="visually-hidden"> {spoken[did]}</span>}
          </b>
          <small>{note}</small>
        </li>
      ))}
    </ol>
  );
}
