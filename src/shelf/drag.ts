/** Papers and tags dragged onto a tag. What is dragged is named by types of our own, so that nothing else is taken for it. */
const paperType = 'application/x-offprint-papers';
const tagType = 'application/x-offprint-tag';

export function dragPapers(event: DragEvent, numbers: readonly number[]): void {
  event.dataTransfer?.setData(paperType, JSON.stringify(numbers));
}

export function dragTag(event: DragEvent, id: string): void {
  event.dataTransfer?.setData(tagType, id);
}

/** Whether something of ours is being dragged: its content is only to be read when it is dropped. */
export const isOwnDrag = (event: DragEvent): boolean =>
  [paperType, tagType].some((type) => event.dataTransfer?.types.includes(type));

/** What was dropped. */
export function dropped(event: DragEvent): { papers?: number[]; tag?: string } {
  const papers = event.dataTransfer?.getData(paperType);
  const tag = event.dataTransfer?.getData(tagType);
  if (papers) return { papers: (JSON.parse(papers) as unknown[]).filter((n): n is number => typeof n === 'number') };
  return tag ? { tag } : {};
}
