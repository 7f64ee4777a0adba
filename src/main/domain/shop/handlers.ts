import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { updateSettings } from './commands.ts'
import { currentSettings } from './queries.ts'

export const settings = {
  get: api.settings.get.handler(query(currentSettings)),
  update: api.settings.update.handler(command(updateSettings, currentSettings)),
}
