import type { Site } from './site';

export const huggingface: Site = {
  id: 'huggingface',
  name: 'Hugging Face Papers',
  matches: ['https://huggingface.co/papers*'],
  kind: () => undefined,
  read: () => [],
};
