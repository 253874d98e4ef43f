import { diagnose } from '../../diagnosis/diagnose.ts';

// Reading a paste happens beside the page, so that typing never waits for it.
addEventListener('message', ({ data }: MessageEvent<{ id: number; text: string }>) => {
  postMessage({ id: data.id, diagnosis: diagnose(data.text) });
});
