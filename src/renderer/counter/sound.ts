/** A low tone: what was scanned is not known. The eyes are on the goods, so it must be heard. */
let context: AudioContext | undefined

export function soundWrong(): void {
  try {
    context ??= new AudioContext()
    const tone = context.createOscillator()
    const volume = context.createGain()
    volume.gain.value = 0.15
    tone.frequency.value = 220
    tone.connect(volume).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + 0.25)
  } catch {
    // No sound here; the words are on the screen too.
  }
}
