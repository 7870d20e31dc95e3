/** Computes where a panel goes beside a control. Pure. */

export interface Size {
  width: number;
  height: number;
}

/** Least distance from the edges of the viewport, and from the control, px. */
const margin = 8;
const gap = 4;

/**
 * Left and top of a panel, px in the viewport: below the control with their ends aligned; above it where there is no room
 * below but more above; within the viewport in any case.
 */
export function beside(control: DOMRectReadOnly, panel: Size, viewport: Size): { left: number; top: number } {
  const below = control.bottom + gap;
  const above = control.top - gap - panel.height;
  const fits = below + panel.height <= viewport.height - margin || control.top < viewport.height - control.bottom;
  return {
    left: within(control.right - panel.width, viewport.width - panel.width),
    top: within(fits ? below : above, viewport.height - panel.height),
  };
}

const within = (value: number, max: number): number => Math.round(Math.max(margin, Math.min(value, max - margin)));
