import { useId } from 'preact/hooks';
import { namingRules, type ValueName, type Values } from '../../knowledge/naming.ts';

interface Props {
  readonly names: readonly ValueName[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

/** Fields for the values in commands and templates, each held against Azure's naming rule. */
export function ValueFields({ names, values, onChange }: Props) {
  const base = useId();
  return (
    <div class="fields">
      {names.map((name) => {
        const { label, pattern, rule, example } = namingRules[name];
        const value = values[name] ?? '';
        const wrong = value !== '' && !pattern.test(value);
        return (
          <div key={name}>
            <label for={base + name}>{label}</label>
            <input
              id={base + name}
              value={value}
              placeholder={example}
              spellcheck={false}
              autocomplete="off"
              aria-invalid={wrong}
              aria-describedby={wrong ? `${base + name}-problem` : undefined}
              onInput={(event) => onChange({ ...values, [name]: event.currentTarget.value.trim() })}
            />
            {wrong && (
              <p class="problem" id={`${base + name}-problem`}>
                {label} {rule}. Until then the placeholder stays.
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
