import { useState } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../locale';
import { isServiceId, type ServiceId, serviceIds, services } from '../../services/lookup/services';
import { Dialog } from '../kit/dialog';
import type { Changes } from '../library/use-changes';
import { useSettings } from '../settings/use-settings';
import { useLookup } from './use-lookup';

interface LookupDialogProps {
  numbers: readonly number[];
  changes: Changes;
  onClose(): void;
}

/** What each service adds. */
export const serviceHints: Record<ServiceId, MessageKey> = {
  'semantic-scholar': 'lookupSemanticScholar',
  crossref: 'lookupCrossref',
};

function ServiceChoice({ chosen, onChange }: { chosen: readonly ServiceId[]; onChange(ids: ServiceId[]): void }) {
  return serviceIds.map((id) => (
    <label key={id} class="check">
      <input
        type="checkbox"
        checked={chosen.includes(id)}
        onChange={({ currentTarget: { checked } }) =>
          onChange(serviceIds.filter((each) => (each === id ? checked : chosen.includes(each))))
        }
      />
      <span>
        {services[id].name}
        <span class="hint"> {t(serviceHints[id])}</span>
      </span>
    </label>
  ));
}

/** Updates papers from services: which ones, what is sent to them, and the progress. */
export function LookupDialog({ numbers, changes, onClose }: LookupDialogProps) {
  const settings = useSettings();
  const { done, trouble, start, stop } = useLookup(changes);
  const [picked, setPicked] = useState<ServiceId[]>();
  const before = settings.values.lookupServices.filter(isServiceId);
  const chosen = picked ?? (before.length > 0 ? before : serviceIds);
  const isRunning = done !== undefined;
  const update = async () => {
    settings.change({ lookupServices: [...chosen] });
    if (await start(numbers, chosen)) onClose();
  };
  return (
    <Dialog
      title={plural('lookupTitle', numbers.length)}
      onClose={onClose}
      actions={
        isRunning ? (
          <button type="button" class="btn" onClick={stop}>
            {t('lookupStop')}
          </button>
        ) : (
          <button type="button" class="btn primary" disabled={chosen.length === 0} onClick={() => void update()}>
            {t('lookupStart')}
          </button>
        )
      }
    >
      <p class="hint">{t('lookupHint')}</p>
      {isRunning ? (
        <progress aria-label={t('lookupDoing')} value={done} max={1} />
      ) : (
        <ServiceChoice chosen={chosen} onChange={setPicked} />
      )}
      {trouble !== undefined && <p role="alert">{trouble}</p>}
    </Dialog>
  );
}
