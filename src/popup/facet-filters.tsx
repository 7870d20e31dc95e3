import { useState } from 'preact/hooks';
import { number, plural, statusName, t } from '../locale';
import { statuses, type Tag } from '../paper/paper';
import { hasTerm, toggleTerm } from '../query/terms';
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

/** The tags of the papers found: those that are filtered by first, then by how many papers have them. */
function tagFacets({ query, results, tags }: FacetFiltersProps): Facet[] {
  return tags.all
    .map((tag) => ({ tag, papers: results.facets.tags.get(tag.id) ?? 0, isOn: hasTerm(query, 'tag', tag.name) }))
    .filter((facet) => facet.papers > 0 || facet.isOn)
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

/** Filters to click: statuses and tags, with their counts in the papers found. A button shows all tags. */
export function FacetFilters(props: FacetFiltersProps) {
  const { query, results, onQuery } = props;
  const [isOpen, setOpen] = useState(false);
  const facets = tagFacets(props);
  const toggleTag = (name: string) => onQuery(toggleTerm(query, 'tag', name));
  const used = statuses.filter((status) => results.statuses[status] > 0 || hasTerm(query, 'status', status));
  return (
    <section class="facets" aria-label={t('uiFilters')}>
      <div class="facet-line">
        {(used.length > 1 || hasTerm(query, 'status', used[0] ?? '')) &&
          used.map((status) => (
            <button
              type="button"
              class="chip"
              key={status}
              aria-pressed={hasTerm(query, 'status', status)}
              onClick={() => onQuery(toggleTerm(query, 'status', status, true))}
            >
              {statusName(status)} <span class="n">{number(results.statuses[status])}</span>
            </button>
          ))}
        {!isOpen &&
          facets
            .slice(0, 8)
            .map((facet) => <TagFacet key={facet.tag.id} facet={facet} onToggle={() => toggleTag(facet.tag.name)} />)}
      </div>
      {facets.length > 1 && (
        <button type="button" class="chip more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('uiTags')} <Icon name="down" />
        </button>
      )}
      {isOpen && <AllTags facets={facets} onToggle={toggleTag} />}
    </section>
  );
}
