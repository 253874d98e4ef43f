import { useId } from 'preact/hooks';
import type { Choices } from '../../templates/choices.ts';
import type { SelectView } from '../../templates/view.ts';

/** A choice; what is not possible cannot be chosen, and below it stands why. */
function Select({ name, label, value, options, onChange }: SelectView & { onChange: (value: string) => void }) {
  const id = useId();
  const refused = options.filter((option) => option.refused !== null);
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} name={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.refused !== null}>
            {option.label}
          </option>
        ))}
      </select>
      {refused.length > 0 && (
        <details class="meta">
          <summary>Why not {refused.map((option) => option.label).join(', ')}?</summary>
          <ul>
            {refused.map((option) => (
              <li key={option.value}>
                <b>{option.label}:</b> {option.refused}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface Props {
  readonly selects: readonly SelectView[];
  readonly onChange: (change: Partial<Choices>) => void;
}

/** Everything that can be chosen, one choice limiting the next. */
export function GeneratorChoices({ selects, onChange }: Props) {
  return (
    <div class="fields">
      {selects.map((select) => (
        <Select key={select.name} {...select} onChange={(value) => onChange({ [select.name]: value })} />
      ))}
    </div>
  );
}
