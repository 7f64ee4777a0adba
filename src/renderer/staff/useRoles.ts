import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { ROLE_KEYS } from '../../contract/permissions.ts'
import type { Permission, RoleKey } from '../../contract/permissions.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { notify } from '../app/notices.ts'

type Matrix = Record<RoleKey, Set<Permission>>

/** What each role may do, as a matrix to tick; the owner's cannot be narrowed. */
export function useRoles() {
  const { t } = useI18n()
  const { data, refusal, refresh } = useLiveQuery({
    key: () => ['staff.roles'],
    load: (signal) => client.staff.roles({}, { signal }),
    topics: ['staff'],
  })
  const saving = useCommand(client.staff.updateRole)
  const matrix = ref<Matrix>(stored())

  function stored(): Matrix {
    const rows = ROLE_KEYS.map((key) => [key, new Set(data.value?.find((role) => role.key === key)?.permissions)])
    return Object.fromEntries(rows) as Matrix
  }

  const changed = computed(() => {
    const before = stored()
    return ROLE_KEYS.filter((key) => before[key].symmetricDifference(matrix.value[key]).size > 0)
  })

  function reset(): void {
    matrix.value = stored()
  }
  watch(data, reset)

  function toggle(role: RoleKey, permission: Permission): void {
    const permissions = matrix.value[role]
    if (!permissions.delete(permission)) permissions.add(permission)
  }

  async function save(): Promise<void> {
    for (const role of changed.value) {
      const saved = await saving.run({ role, permissions: [...matrix.value[role]] })
      if (!saved) return
    }
    notify({ tone: 'done', text: t('staff.rolesSaved') })
    await refresh()
  }

  return {
    matrix,
    loaded: computed(() => data.value !== undefined),
    loadRefusal: refusal,
    refresh,
    changed,
    toggle,
    reset,
    save,
    saving,
  }
}
