/** The services that are asked what others know of a paper, in the order in which they are asked. */
import type { Host } from '../client';
import { crossrefApi } from '../crossref/api';
import { askedId, semanticScholarApi } from '../semantic-scholar/api';

export interface Service {
  /** A proper name. Not translated. */
  name: string;
  host: Host;
  /** Its name as a source of a paper. */
  site: string;
}

export const services = {
  'semantic-scholar': { name: 'Semantic Scholar', host: semanticScholarApi, site: 'semantic-scholar-api' },
  crossref: { name: 'Crossref', host: crossrefApi, site: 'crossref-api' },
} as const satisfies Record<string, Service>;

export type ServiceId = keyof typeof services;
export const serviceIds = Object.keys(services) as ServiceId[];
export const isServiceId = (value: unknown): value is ServiceId => serviceIds.some((id) => id === value);

/** Whether a service knows one of a paper's ids. Crossref's DOIs are Semantic Scholar's too. */
export const isAskable = (ids: readonly string[]): boolean => askedId(ids) !== undefined;
