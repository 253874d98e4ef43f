import { useState } from 'preact/hooks';
import type { CollectorForm } from './collector-form.tsx';
import '../../styles/islands.css';

/** The door to the collector. What is behind it is loaded when it is opened. */
export default function Collector() {
  const [Form, setForm] = useState<{ readonly form: typeof CollectorForm }>();
  const [failed, setFailed] = useState(false);
  const open = async (isOpen: boolean) => {
    if (!isOpen || Form) return;
    try {
      const { CollectorForm: form } = await import('./collector-form.tsx');
      setForm({ form });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <details class="collector" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>Write the script</summary>
      {Form ? (
        <Form.form />
      ) : (
        <p class="soft" role="status">
          {failed
            ? 'The script could not be loaded. Check the connection, then close and open this again.'
            : 'The script is on its way. It needs JavaScript; without it, the pages of the questions have the commands.'}
        </p>
      )}
    </details>
  );
}
