/** The engine behind the page: loaded with the first use of it, so that the page itself stays small. */
export type Engine = typeof import('../../templates/view.ts');

/** What reads a pasted resource: loaded when its box is opened, before anything is pasted. */
export type Importer = typeof import('../../templates/import/import.ts');

let engine: Promise<Engine> | undefined;
let importer: Promise<Importer> | undefined;

/** Loads the engine once. */
export function loadEngine(): Promise<Engine> {
  engine ??= import('../../templates/view.ts');
  return engine;
}

/** Loads the reader of resources once. */
export function loadImporter(): Promise<Importer> {
  importer ??= import('../../templates/import/import.ts');
  return importer;
}
