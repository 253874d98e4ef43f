import { useId } from 'preact/hooks';
import type { ServiceId } from '../../knowledge/services/index.ts';
import { type ParameterName, parameterOf, valueProblem } from '../../knowledge/template-parameters.ts';
import type { Asked, TemplateValues } from '../../templates/generate.ts';

interface Props {
  readonly service: ServiceId;
  readonly asked: readonly Asked[];
  readonly values: TemplateValues;
  readonly onChange: (name: ParameterName, value: string) => void;
}

interface FieldProps extends Omit<Props, 'asked' | 'values'> {
  readonly name: ParameterName;
  readonly value: string;
}

function Field({ service, name, value, onChange }: FieldProps) {
  const id = useId();
  const { label, description, example, allowed, default: fixed } = parameterOf(service, name);
  const problem = value === '' ? null : valueProblem(service, name, value);
  const described = `${id}-about${problem ? ` ${id}-problem` : ''}`;
  return (
    <div>
      <label for={id}>{label}</label>
      {allowed ? (
        <select
          id={id}
          value={value || String(fixed ?? '')}
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
          placeholder={fixed === undefined ? example : String(fixed)}
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

const hidden: ReadonlySet<string> = new Set(['tags', 'keyGranted']);

/** Fields for the values of a template, each held against Azure's rule; what has a default comes last. */
export function GeneratorFields({ service, asked, values, onChange }: Props) {
  const shown = asked.filter(({ name, secure }) => !secure && !hidden.has(name));
  const field = ({ name }: Asked) => (
    <Field
      key={name}
      service={service}
      name={name as ParameterName}
      value={values[name as ParameterName] ?? ''}
      onChange={onChange}
    />
  );
  const optional = shown.filter(({ required }) => !required);
  return (
    <>
      <div class="fields">{shown.filter(({ required }) => required).map(field)}</div>
      {optional.length > 0 && (
        <details>
          <summary>Values that have a default</summary>
          <div class="fields">{optional.map(field)}</div>
        </details>
      )}
    </>
  );
}
