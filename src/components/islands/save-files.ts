import type { GeneratedFile } from '../../templates/generate.ts';

function offer(name: string, content: BlobPart, type: string): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  return `${name} was saved by your browser.`;
}

/** Saves a file, and says so. */
export const save = ({ name, text }: GeneratedFile): string => offer(name, text, 'text/plain');

/** Saves all files as one archive, and says so; what packs them is only loaded for it. */
export async function saveAll(files: readonly GeneratedFile[], name: string): Promise<string> {
  try {
    const { strToU8, zipSync } = await import('fflate');
    const entries = files.map((file) => [file.name, strToU8(file.text)] as const);
    return offer(`${name}.zip`, new Blob([zipSync(Object.fromEntries(entries)).slice()]), 'application/zip');
  } catch {
    return 'The archive could not be made. Download the files one by one.';
  }
}
