import type { HTMLAttributes } from 'preact';

interface TablePartProps extends HTMLAttributes<HTMLDivElement> {
  as: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'cell';
}

/**
 * A part of a table by its role. Elements of HTML's tables lay out and measure all rows together; here only the rows in view
 * exist, each with a height of its own.
 */
export const TablePart = ({ as, ...rest }: TablePartProps) => <div role={as} {...rest} />;
