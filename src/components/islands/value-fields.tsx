import { useId } from 'preact/hooks';
import { ruleOf } from '../../commands/fill.ts';
import type { ValueName, Values } from '../../knowledge/naming.ts';
import type { ServiceId } from '../../knowledge/services/index.ts';

interface Props {
  readonly names: readonly ValueName[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  /** Whose rule the name of the workspace has to keep. */
  readonly service?: ServiceId | null;
}

/** Fields for the values in commands and templates, each held against Azure's naming rule. */
export function ValueFields({ names, values, onChange, service = null }: Props) {
  const base = useId();
  return (
    <div class="fields">
      {names.map((name) => {
        const { label, pattern, rule, example } = ruleOf(name, service);
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
