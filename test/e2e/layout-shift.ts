/** Code that sums up all shifts of the layout but those that answer a click, as https://web.dev/articles/cls counts. */
export const layoutShift = `new Promise((resolve) => {
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(shifts.reduce((sum, value) => sum + value, 0)), 300);
})`;
