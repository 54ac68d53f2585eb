// Two soft notes, made on the spot: no file to fetch.
const NOTES = [
  { hertz: 784, atSeconds: 0 },
  { hertz: 1047, atSeconds: 0.09 },
];
const LASTS_SECONDS = 0.32;
const LOUDNESS = 0.07;

let context: AudioContext | null = null;

/** Silent in a tab in which nobody has clicked or typed yet: browsers allow no sound there. */
export function playSound(): void {
  if (!('AudioContext' in window) || !navigator.userActivation.hasBeenActive) return;
  context ??= new AudioContext();
  void context.resume();
  for (const { hertz, atSeconds } of NOTES) playNote(context, hertz, atSeconds);
}

function playNote(audio: AudioContext, hertz: number, atSeconds: number): void {
  const startsAt = audio.currentTime + atSeconds;
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  tone.type = 'sine';
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, startsAt);
  volume.gain.linearRampToValueAtTime(LOUDNESS, startsAt + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, startsAt + LASTS_SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.start(startsAt);
  tone.stop(startsAt + LASTS_SECONDS);
}
