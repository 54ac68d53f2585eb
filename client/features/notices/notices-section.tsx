import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { Section } from '#client/ui/section.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { noteState, type NoteState, showNote, wantNotes } from './desktop-notes.ts';
import type { PushState } from './push-here.ts';
import { playSound } from './play-sound.ts';
import { usePush } from './use-push.ts';

type Props = {
  hasSound: boolean;
  /** Kept with the person, so for all their browsers. */
  onSound: (hasSound: boolean) => Promise<unknown>;
};

/** Sound and the browser's notifications; what each room tells is said in the room. */
export function NoticesSection({ hasSound, onSound }: Props) {
  const t = useText('notices');
  const [state, setState] = useState(noteState);
  const push = usePush();
  const switchNotes = async (isOn: boolean) => setState(await wantNotes(isOn));
  function tryIt() {
    if (hasSound) playSound();
    if (state !== 'on') return;
    const body = t('settings.trial');
    showNote({ tag: 'haru.trial', title: t('title'), body, onOpen: () => undefined });
    toastDone(t('settings.tried'));
  }
  return (
    <Section
      title={t('settings.title')}
      action={
        <Button
          size="compact-sm"
          variant="default"
          disabled={!hasSound && state !== 'on'}
          onClick={tryIt}
        >
          {t('settings.try')}
        </Button>
      }
    >
      <FieldRows>
        <FieldRow label={t('settings.sound')} hint={t('settings.soundHint')}>
          <OnOff
            label={t('settings.sound')}
            isOn={hasSound}
            onChange={(isOn) => void onSound(isOn).catch(toastFailed)}
          />
        </FieldRow>
        <FieldRow label={t('settings.desktop')} hint={<DesktopHint state={state} />}>
          {(state === 'on' || state === 'off') && (
            <OnOff
              label={t('settings.desktop')}
              isOn={state === 'on'}
              onChange={(isOn) => void switchNotes(isOn).catch(toastFailed)}
            />
          )}
        </FieldRow>
        <FieldRow label={t('settings.push')} hint={<PushHint state={push.state} />}>
          {(push.state === 'on' || push.state === 'off') && (
            <OnOff
              label={t('settings.push')}
              isOn={push.state === 'on'}
              onChange={(isOn) => void push.setPush(isOn).catch(toastFailed)}
            />
          )}
        </FieldRow>
      </FieldRows>
    </Section>
  );
}

function PushHint({ state }: { state: PushState }) {
  const t = useText('notices');
  if (state === 'unavailable') return t('settings.pushUnavailable');
  return t(state === 'on' || state === 'off' ? 'settings.pushHint' : `settings.${state}`);
}

function DesktopHint({ state }: { state: NoteState }) {
  const t = useText('notices');
  return t(state === 'on' || state === 'off' ? 'settings.desktopHint' : `settings.${state}`);
}

type OnOffProps = { label: string; isOn: boolean; onChange: (isOn: boolean) => void };

function OnOff({ label, isOn, onChange }: OnOffProps) {
  const t = useText('notices');
  return (
    <Choice
      label={label}
      value={isOn ? 'on' : 'off'}
      options={(['on', 'off'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
      onChange={(value) => onChange(value === 'on')}
    />
  );
}
