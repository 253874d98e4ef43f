interface Props {
  readonly title: string;
  readonly service: string | null;
  /** What to mind, which stands above the plan on the screen. */
  readonly notes: readonly string[];
  /** Label and value; an empty value becomes a line to write on. */
  readonly values: readonly (readonly [string, string])[];
}

/** What stands above a plan on paper only: what it is for, the values, and lines for who does it and when. */
export function RunbookHead({ title, service, notes, values }: Props) {
  const line = <span class="line" />;
  return (
    <div class="runbook-head">
      <p class="runbook-title">Runbook: {title}</p>
      {service && <p>{service}</p>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <dl class="facts">
        <dt>Date</dt>
        <dd>{line}</dd>
        <dt>Done by</dt>
        <dd>{line}</dd>
        {values.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value ? <code>{value}</code> : line}</dd>
          </>
        ))}
      </dl>
    </div>
  );
}
