import { number, plural, t } from '../../locale';
import { Icon } from '../kit/icons';
import { Marked } from '../kit/marked';
import { RemovableChip } from './tag-chip';
import { tagColor } from './tag-color';
import { isSameTag, matchIn, type TagOption } from './tag-options';
import { type TagInputProps, type TagInputState, useTagInput } from './use-tag-input';

const labelOf = (option: TagOption): string =>
  option.kind === 'create' ? t('uiTagCreate', option.name) : `${option.name} ${plural('papers', option.papers)}`;

function OptionLine({ option, text }: { option: TagOption; text: string }) {
  if (option.kind === 'create') {
    return (
      <>
        <Icon name="plus" />
        <bdi class="name" inert>
          {t('uiTagCreate', option.name)}
        </bdi>
      </>
    );
  }
  const span = matchIn(option.name, text);
  return (
    <>
      <i class="dot" style={{ '--dot': tagColor(option) }} />
      <bdi class="name" inert>
        <Marked text={option.name} spans={span ? [span] : []} />
      </bdi>{' '}
      <span class="n" inert>
        {number(option.papers)}
      </span>
    </>
  );
}

function OptionList({ input, label }: { input: TagInputState; label: string }) {
  return (
    <div class="options" role="listbox" id={`${input.id}-list`} aria-label={label} hidden={input.options.length === 0}>
      {input.options.map((option, i) => (
        // An editable combobox: the field keeps the focus and the keyboard, and names the active option.
        // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant, focus stays in the field
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
        <div
          key={`${option.kind}:${option.name}`}
          id={`${input.id}-${i}`}
          role="option"
          aria-label={labelOf(option)}
          aria-selected={i === input.active}
          ref={i === input.active ? scrollIntoList : null}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => input.add(option.name)}
        >
          <OptionLine option={option} text={input.text} />
        </div>
      ))}
    </div>
  );
}

const scrollIntoList = (line: HTMLElement | null): void => line?.scrollIntoView?.({ block: 'nearest' });

/** Keys of the chips in a field: arrows move between them, Delete removes one. */
function chipKeys(event: KeyboardEvent, field: HTMLInputElement | null, remove: () => void): void {
  const own = event.currentTarget as HTMLElement;
  const chips = [...(own.closest('.tag-field')?.querySelectorAll<HTMLElement>('.cross') ?? [])];
  const at = chips.indexOf(own);
  if (event.key === 'ArrowLeft') chips[at - 1]?.focus();
  else if (event.key === 'ArrowRight') (chips[at + 1] ?? field)?.focus();
  else if (event.key === 'Delete' || event.key === 'Backspace') remove();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function Recent({ tags, recent = [], input }: Pick<TagInputProps, 'tags' | 'recent'> & { input: TagInputState }) {
  const free = recent.filter((each) => !tags.some((tag) => isSameTag(tag, each.name)));
  if (free.length === 0) return null;
  return (
    <ul class="recent" aria-label={t('uiTagRecent')}>
      {free.map((each) => (
        <li key={each.name}>
          <button
            type="button"
            class="chip"
            title={each.name}
            aria-label={t('uiTagAdd', each.name)}
            onClick={() => input.add(each.name)}
          >
            <i class="dot" style={{ '--dot': tagColor(each) }} />
            <bdi class="name" inert>
              {each.name}
            </bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A field for tags: completes known tags by any part of their names, accepts lists, and works by keyboard alone. */
export function TagInput(props: TagInputProps) {
  const { tags, label, autoFocus = false, recent = [], colorOf } = props;
  const input = useTagInput(props);
  const shown = input.options.length > 0;
  const toChips = (event: KeyboardEvent) => {
    const field = event.currentTarget as HTMLInputElement;
    if (event.key !== 'ArrowLeft' || field.selectionEnd !== 0 || tags.length === 0) return input.onKeyDown(event);
    [...(field.closest('.tag-field')?.querySelectorAll<HTMLElement>('.cross') ?? [])].at(-1)?.focus();
  };
  return (
    <div class="tag-input">
      <div class="tag-field">
        {tags.map((name) => (
          <RemovableChip
            key={name}
            name={name}
            color={colorOf?.(name)}
            onRemove={() => input.remove(name)}
            onKeyDown={(event) => chipKeys(event, input.field.current, () => input.remove(name))}
          />
        ))}
        <input
          ref={input.field}
          type="text"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${input.id}-list`}
          aria-activedescendant={shown ? `${input.id}-${input.active}` : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={tags.length ? '' : t('uiTagPlaceholder')}
          // biome-ignore lint/a11y/noAutofocus: asked for only where the user has just chosen to tag, by key
          autoFocus={autoFocus}
          value={input.text}
          onInput={(event) => input.onInput(event.currentTarget.value)}
          onKeyDown={toChips}
          onPaste={input.onPaste}
          onBlur={input.close}
        />
      </div>
      <OptionList input={input} label={label} />
      {!shown && <Recent tags={tags} recent={recent} input={input} />}
      <span class="unseen" role="status">
        {input.announced && t(input.announced.added ? 'uiTagAdded' : 'uiTagRemoved', input.announced.tag)}
      </span>
    </div>
  );
}
