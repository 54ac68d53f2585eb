import { Button } from '@mantine/core';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { confirm } from '#client/ui/confirm.ts';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { Section } from '#client/ui/section.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import { When } from '#client/ui/when.tsx';
import type { TokenItem } from '#server/tokens/tokens.schema.ts';
import { NewTokenDialog } from './new-token-dialog.tsx';
import { useTokens } from './use-tokens.ts';

export function TokensSection() {
  const t = useText('settings');
  const { query, tokens, createToken, revokeToken } = useTokens();
  const [isMaking, setMaking] = useState(false);

  async function askAndRevoke(token: TokenItem) {
    const isSure = await confirm({
      title: t('tokens.revokeTitle', { name: token.name }),
      text: t('tokens.revokeText'),
      action: t('tokens.revoke'),
      isDangerous: true,
    });
    if (isSure) await revokeToken(token).catch(toastFailed);
  }
  const add = (
    <Button
      variant="default"
      leftSection={<Plus size={14} aria-hidden="true" />}
      onClick={() => setMaking(true)}
    >
      {t('tokens.new')}
    </Button>
  );
  return (
    <Section title={t('tokens.title')} description={t('tokens.text')} action={add}>
      <ListState
        query={query}
        isEmpty={tokens.length === 0}
        empty={{ icon: KeyRound, title: t('tokens.empty') }}
      >
        <FieldRows>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => void askAndRevoke(token)} />
          ))}
        </FieldRows>
      </ListState>
      <NewTokenDialog isOpen={isMaking} onClose={() => setMaking(false)} onCreate={createToken} />
    </Section>
  );
}

function TokenRow({ token, onRevoke }: { token: TokenItem; onRevoke: () => void }) {
  const t = useText('settings');
  const hint = (
    <>
      {t(`tokens.${token.scope}`)} · {t('tokens.expires')} <When at={token.expiresAt} /> ·{' '}
      {token.lastUsedAt === null ? (
        t('tokens.neverUsed')
      ) : (
        <>
          {t('tokens.used')} <When at={token.lastUsedAt} />
        </>
      )}
    </>
  );
  return (
    <FieldRow label={token.name} hint={hint}>
      <Button
        variant="subtle"
        color="red"
        aria-label={`${token.name}: ${t('tokens.revoke')}`}
        onClick={onRevoke}
      >
        {t('tokens.revoke')}
      </Button>
    </FieldRow>
  );
}
