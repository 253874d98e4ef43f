import { useId } from 'preact/hooks';
import type { ParameterName } from '../../knowledge/template-parameters.ts';
import type { TemplateValues } from '../../templates/generate.ts';
import type { FieldView } from '../../templates/view.ts';

type OnChange = (name: ParameterName, value: string) => void;

function Field({ field, value, onChange }: { field: FieldView; value: string; onChange: OnChange }) {
  const id = useId();
  const { name, label, description, example, allowed, fallback, problem } = field;
  const described = `${id}-about${problem ? ` ${id}-problem` : ''}`;
  return (
    <div>
      <label for={id}>{label}</label>
      {allowed.length > 0 ? (
        <select
          id={id}
          value={value || fallback}
          aria-describedby={described}
          onChange={(event) => onChange(name, event.currentTarget.value)}
        >
          {allowed.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={value}
          placeholder={fallback || example}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={problem !== null}
          aria-describedby={described}
          onInput={(event) => onChange(name, event.currentTarget.value.trim())}
        />
      )}
      <p class="meta" id={`${id}-about`}>
        {description}
      </p>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem} Until then the placeholder stays.
        </p>
      )}
    </div>
  );
}

interface Props {
  readonly fields: readonly FieldView[];
  readonly values: TemplateValues;
  readonly onChange: OnChange;
}

/** Fields for the values of a template, each held against Azure's rule; those that have a default are folded away. */
export function GeneratorFields({ fields, values, onChange }: Props) {
  const show = (field: FieldView) => (
    <Field key={field.name} field={field} value={values[field.name] ?? ''} onChange={onChange} />
  );
  const optional = fields.filter(({ required }) => !required);
  return (
    <>
      <div class="fields">{fields.filter(({ required }) => required).map(show)}</div>
      {optional.length > 0 && (
        <details>
          <summary>Values that have a default</summary>
          <div class="fields">{optional.map(show)}</div>
        </details>
      )}
    </>
  );
}
