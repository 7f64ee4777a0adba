import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { confirmClock, updateSettings } from './commands.ts'
import { currentSettings } from './queries.ts'

export const settings = {
  get: api.settings.get.handler(query(currentSettings)),
  confirmClock: api.settings.confirmClock.handler(command(confirmClock, currentSettings)),
  update: api.settings.update.handler(command(updateSettings, currentSettings)),
}
