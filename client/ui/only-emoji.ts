const EMOJI =
  /^(?:(?:\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)\s*){1,6}$/u;

/** Up to six emoji and nothing else: then they are the message, and drawn large. */
export function isOnlyEmoji(text: string): boolean {
  return text.length <= 80 && EMOJI.test(text.trim());
}
