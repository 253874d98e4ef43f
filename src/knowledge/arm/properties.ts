/**
 * What may be sent of a resource: 1 for a property that can be written, 0 for one that can only be read.
 * An object holds its properties; `*` stands for every other name of a map, `[]` for every item of a list.
 */
export type Writable = 0 | 1 | { readonly [name: string]: Writable };

/** The properties of one API version of a resource type, as they are published. */
export interface TypeProperties {
  readonly type: string;
  readonly apiVersion: string;
  readonly properties: { readonly [name: string]: Writable };
}
