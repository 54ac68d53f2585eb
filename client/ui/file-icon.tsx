import { File, FileArchive, FileAudio, FileImage, FileText, FileVideo } from 'lucide-react';
import classes from './file-icon.module.css';

/** By type, as far as it says something; the name beside it says the rest. */
export function FileIcon({ type }: { type: string }) {
  const Icon = ICONS[kindOf(type)];
  return (
    <span className={classes.icon} aria-hidden="true">
      <Icon size={20} strokeWidth={1.5} />
    </span>
  );
}

const ICONS = {
  picture: FileImage,
  film: FileVideo,
  sound: FileAudio,
  archive: FileArchive,
  text: FileText,
  other: File,
} as const;

function kindOf(type: string): keyof typeof ICONS {
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('video/')) return 'film';
  if (type.startsWith('audio/')) return 'sound';
  if (/zip|compressed|tar|7z/.test(type)) return 'archive';
  return /text|pdf|document|sheet|presentation/.test(type) ? 'text' : 'other';
}
