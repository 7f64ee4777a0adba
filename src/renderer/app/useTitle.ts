import { computed, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { useSession } from '../session/session.ts'

/** The screen's name, in the top bar and in the window's title. */
export function useTitle() {
  const route = useRoute()
  const session = useSession()
  const { t } = useI18n()
  const title = computed(() => (route.meta.title ? t(route.meta.title) : ''))
  watchEffect(() => {
    document.title = [title.value, session.shop?.name, t('app.name')].filter(Boolean).join(' · ')
  })
  return { title }
}
