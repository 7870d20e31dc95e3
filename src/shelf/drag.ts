/** Dragging papers and tags onto a tag. They have data types of their own, so that nothing else is taken for them. */
const paperType = 'application/x-offprint-papers';
const tagType = 'application/x-offprint-tag';

/** Makes a drag carry papers. */
export function dragPapers(event: DragEvent, numbers: readonly number[]): void {
  event.dataTransfer?.setData(paperType, JSON.stringify(numbers));
}

/** Makes a drag carry a tag. */
export function dragTag(event: DragEvent, id: string): void {
  event.dataTransfer?.setData(tagType, id);
}

/** Whether papers or a tag are being dragged. Browsers let their content be read on drop only. */
export const isOwnDrag = (event: DragEvent): boolean =>
  [paperType, tagType].some((type) => event.dataTransfer?.types.includes(type));

/** The papers or the tag that were dropped. */
export function dropped(event: DragEvent): { papers?: number[]; tag?: string } {
  const papers = event.dataTransfer?.getData(paperType);
  const tag = event.dataTransfer?.getData(tagType);
  if (papers) return { papers: (JSON.parse(papers) as unknown[]).filter((n): n is number => typeof n === 'number') };
  return tag ? { tag } : {};
}
