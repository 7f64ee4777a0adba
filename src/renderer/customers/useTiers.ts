import { computed, reactive, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { tiers, type TierView } from '../../contract/tiers.ts'
import { client } from '../api/client.ts'
import type { Refusal } from '../api/refusal.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { withoutRequestId } from '../api/withoutRequestId.ts'
import { notify } from '../app/notices.ts'

/** Kinds of customers, those in use first. */
export function useTierList() {
  const { data, refusal, refresh } = useLiveQuery({
    key: () => ['tiers.list'],
    load: (signal) => client.tiers.list({}, { signal }),
    topics: ['tiers'],
  })
  const rows = computed(() => [...(data.value ?? [])].sort((a, b) => Number(a.archived) - Number(b.archived)))
  return { rows, loaded: computed(() => data.value !== undefined), refusal, refresh }
}

const EMPTY = { name: '', price: 'retail', rate: 10_000 } as const satisfies Pick<TierDraft, 'name' | 'price' | 'rate'>
interface TierDraft {
  name: string
  price: TierView['price']
  rate: number | null
}

/** One kind of customer being made or changed. */
export function useTierForm() {
  const { t } = useI18n()
  const editing = ref<number | null>(null)
  const draft = reactive<TierDraft>({ ...EMPTY })
  const place = (refusal: Refusal) => (refusal.code === 'TIER_NAME_TAKEN' ? 'name' : undefined)
  const form = useForm({ schema: withoutRequestId(tiers.save), command: useCommand(client.tiers.save), place })
  const archiving = useCommand(client.tiers.archive)

  function edit(tier: TierView | null): void {
    editing.value = tier?.id ?? null
    const { name, price, rate } = tier ?? EMPTY
    Object.assign(draft, { name, price, rate })
  }

  async function save(): Promise<void> {
    const saved = await form.submit({ ...draft, ...(editing.value === null ? {} : { tierId: editing.value }) })
    if (!saved) return
    edit(null)
    notify({ tone: 'done', text: t('customers.saved', { name: saved.name }) })
  }

  const archive = (tier: TierView) => archiving.run({ tierId: tier.id, archived: !tier.archived })

  return {
    editing,
    draft,
    edit,
    save,
    archive,
    errorAt: form.errorAt,
    busy: computed(() => form.busy.value || archiving.busy.value),
    refusal: computed(() => form.refusal.value ?? archiving.refusal.value),
  }
}
