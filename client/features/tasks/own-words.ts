// The library that carries things says in English where they are; the screens say it themselves, in words of theirs.
const nothing = () => undefined;

export const OWN_WORDS = {
  announcements: {
    onDragStart: nothing,
    onDragOver: nothing,
    onDragEnd: nothing,
    onDragCancel: nothing,
  },
  screenReaderInstructions: { draggable: '' },
};
