import { useRef, useState } from 'preact/hooks';
import { number, plural, statusName, t } from '../locale';
import { statuses, type Tag } from '../paper/paper';
import { hasTerm, termsOf, toggleTerm } from '../query/terms';
import { Icon } from '../ui/kit/icons';
import type { SearchResults } from '../ui/search/use-search-results';
import { tagColor } from '../ui/tags/tag-color';
import type { Tags } from '../ui/tags/use-tags';

interface FacetFiltersProps {
  query: string;
  results: SearchResults;
  tags: Tags;
  onQuery(query: string): void;
}

/** Tags offered at once; there is a field to find the others. */
const maxTags = 60;

interface Facet {
  tag: Tag;
  papers: number;
  isOn: boolean;
}

/** The tags that each tag is the parent of, by its name. */
function childrenOf(facets: readonly Facet[]): ReadonlyMap<string, readonly Facet[]> {
  const children = new Map<string, Facet[]>();
  for (const facet of facets) {
    const cut = facet.tag.name.lastIndexOf('/');
    if (cut < 0 || facet.papers === 0) continue;
    const parent = facet.tag.name.slice(0, cut);
    const known = children.get(parent);
    if (known) known.push(facet);
    else children.set(parent, [facet]);
  }
  return children;
}

/** The tags of the papers found: those that are filtered by first, then by how many papers have them. */
function tagFacets({ query, results, tags }: FacetFiltersProps): Facet[] {
  const isAsked = termsOf(query, 'tag');
  const counts = results.facets.tags;
  const facets = tags.all
    .map((tag) => ({ tag, papers: counts.get(tag.id) ?? 0, isOn: isAsked(tag.name) }))
    .filter((facet) => facet.papers > 0 || facet.isOn);
  const children = childrenOf(facets);
  /** Whether a tag says nothing that its only child does not: then the child's filter is enough. */
  const isOnlyParent = ({ tag, papers, isOn }: Facet): boolean => {
    const [child, ...others] = children.get(tag.name) ?? [];
    return !isOn && child?.papers === papers && others.length === 0;
  };
  return facets
    .filter((facet) => !isOnlyParent(facet))
    .sort((a, b) => Number(b.isOn) - Number(a.isOn) || b.papers - a.papers);
}

function TagFacet({ facet, onToggle }: { facet: Facet; onToggle(): void }) {
  const { tag, papers, isOn } = facet;
  return (
    <button type="button" class="chip" aria-pressed={isOn} title={tag.name} onClick={onToggle}>
      <i class="dot" style={{ '--dot': tagColor(tag) }} />
      <bdi class="name">{tag.name}</bdi>
      <span class="n" aria-hidden="true">
        {number(papers)}
      </span>
      <span class="unseen">, {plural('papers', papers)}</span>
    </button>
  );
}

function AllTags({ facets, onToggle }: { facets: readonly Facet[]; onToggle(name: string): void }) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const fitting = facets.filter(({ tag }) => tag.name.toLowerCase().includes(wanted));
  return (
    <div class="all-tags">
      {facets.length > 12 && (
        <input
          class="field"
          type="text"
          aria-label={t('uiTagFind')}
          placeholder={t('uiTagFind')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div class="all-tags-list">
        {fitting.slice(0, maxTags).map((facet) => (
          <TagFacet key={facet.tag.id} facet={facet} onToggle={() => onToggle(facet.tag.name)} />
        ))}
        {fitting.length === 0 && <p class="missing">{t('uiTagNone')}</p>}
      </div>
    </div>
  );
}

/** The name of the button that opens the filters: how many are on, if any. */
function FilterButton({ on, isOpen, onToggle }: { on: number; isOpen: boolean; onToggle(): void }) {
  const name = on > 0 ? t('popupFilterOn', number(on)) : t('popupFilter');
  return (
    <button
      type="button"
      class={on > 0 ? 'btn filter on' : 'btn filter'}
      aria-label={name}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      {t('popupFilter')} {on > 0 ? <span class="n">{number(on)}</span> : <Icon name="down" />}
    </button>
  );
}

/** A button that opens filters: statuses and tags, with their counts in the papers found. Choosing one closes them. */
export function FacetFilters(props: FacetFiltersProps) {
  const { query, results, onQuery } = props;
  const [isOpen, setOpen] = useState(false);
  const facets = tagFacets(props);
  const used = statuses.filter((status) => results.statuses[status] > 0 || hasTerm(query, 'status', status));
  const on = facets.filter((facet) => facet.isOn).length + used.filter((each) => hasTerm(query, 'status', each)).length;
  const place = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    place.current?.querySelector<HTMLElement>('.filter')?.focus();
  };
  const choose = (text: string) => {
    onQuery(text);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault(); // otherwise Escape closes the popup
    event.stopPropagation();
    close();
  };
  return (
    // Escape within the filters closes them, wherever the focus is there.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div class="filters" ref={place} onKeyDown={onKeyDown}>
      <FilterButton on={on} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      {isOpen && (
        <section class="facets floating" aria-label={t('uiFilters')}>
          <div class="facet-line">
            {used.map((status) => (
              <button
                type="button"
                class="chip"
                key={status}
                aria-pressed={hasTerm(query, 'status', status)}
                onClick={() => choose(toggleTerm(query, 'status', status, true))}
              >
                {statusName(status)} <span class="n">{number(results.statuses[status])}</span>
              </button>
            ))}
          </div>
          <AllTags facets={facets} onToggle={(name) => choose(toggleTerm(query, 'tag', name))} />
        </section>
      )}
    </div>
  );
}
