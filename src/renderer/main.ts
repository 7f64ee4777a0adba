import { createApp } from 'vue'
import { createPinia } from 'pinia'
import { z } from 'zod'
import './app/theme/base.css'
import App from './app/App.vue'
import BootFailure from './app/BootFailure.vue'
import { nameDevice } from './app/device.ts'
import { i18n, showLocale } from './app/i18n.ts'
import { router } from './app/router.ts'
import { watchSession } from './app/watchSession.ts'
import { showTheme } from './app/theme/theme.ts'
import { useSession } from './session/session.ts'

// zod's probe for eval would trip the content security policy.
z.config({ jitless: true })

await boot()

async function boot(): Promise<void> {
  const pinia = createPinia()
  await Promise.all([showLocale(), showTheme(), nameDevice()])
  try {
    await useSession(pinia).begin()
  } catch (error) {
    createApp(BootFailure, { error }).use(i18n).mount('#app')
    return
  }
  watchSession(router, pinia)
  createApp(App).use(pinia).use(i18n).use(router).mount('#app')
}
