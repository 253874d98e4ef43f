import { useId } from 'preact/hooks';
import { serviceIds, services } from '../../knowledge/services/index.ts';
import { type Axis, axesOf, axisLabels, type Choices, type Option, options } from '../../templates/choices.ts';
import { variantLabel } from '../../templates/fragment.ts';

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

/** A choice; what is not possible cannot be chosen, and below it stands why. */
function Select({ label, value, options: all, onChange }: SelectProps) {
  const id = useId();
  const refused = all.filter((option) => option.refused !== null);
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {all.map((option) => (
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
                {option.label}: {option.refused}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface Props {
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}

/** Everything that can be chosen, one choice limiting the next. */
export function GeneratorChoices({ choices, onChange }: Props) {
  const { service } = choices;
  const every = serviceIds.map((id): Option => ({ value: id, label: services[id].name, refused: null }));
  const label = (axis: Axis) => (axis === 'variant' ? variantLabel(service) : axisLabels[axis]);
  return (
    <div class="fields">
      <Select
        label="Service"
        value={service}
        options={every}
        onChange={(value) => onChange({ service: value as Choices['service'] })}
      />
      <Select
        label="Scenario"
        value={choices.scenario}
        options={options(choices, 'scenario')}
        onChange={(value) => onChange({ scenario: value as Choices['scenario'] })}
      />
      {axesOf(choices).map((axis) => (
        <Select
          key={axis}
          label={label(axis)}
          value={choices[axis]}
          options={options(choices, axis)}
          onChange={(value) => onChange({ [axis]: value })}
        />
      ))}
    </div>
  );
}
