import type { ComponentChildren } from 'preact';
import { number, plural } from '../locale';

interface SidebarLinkProps {
  isOn: boolean;
  papers?: number | undefined;
  title?: string;
  onClick(event: MouseEvent): void;
  children: ComponentChildren;
}

/** A line of the sidebar: where it leads, and how many papers are there. */
export function SidebarLink({ isOn, papers, title, onClick, children }: SidebarLinkProps) {
  return (
    <button type="button" class="side-link" aria-current={isOn ? 'true' : undefined} title={title} onClick={onClick}>
      {children}
      {papers !== undefined && (
        <>
          <span class="n" aria-hidden="true">
            {number(papers)}
          </span>
          <span class="unseen">, {plural('papers', papers)}</span>
        </>
      )}
    </button>
  );
}
