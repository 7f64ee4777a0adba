let context: AudioContext | undefined

/** A low tone: what was scanned is not known. The eyes are on the goods, so it must be heard. */
export const soundWrong = (): void => sound(220, 0.25)

/** A short, higher one: what was scanned waits until a question is answered. */
export const soundWaiting = (): void => sound(440, 0.08)

function sound(frequency: number, seconds: number): void {
  try {
    context ??= new AudioContext()
    const tone = context.createOscillator()
    const volume = context.createGain()
    volume.gain.value = 0.15
    tone.frequency.value = frequency
    tone.connect(volume).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + seconds)
  } catch {
    // No sound here; the words are on the screen too.
  }
}
