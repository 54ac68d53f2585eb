// Draws light Markdown as elements, never as HTML: what somebody wrote cannot become anything but what is listed here.
import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { type Mark, parseMarkdown } from './markdown-parse.ts';
import type { PictureMark } from './markdown-picture.ts';
import { withMentions } from './mentions.ts';
import classes from './markdown.module.css';

/** `@name` in the text that calls somebody. */
export type Mention = { name: string; isMe: boolean };

type Props = {
  text: string;
  mentions?: readonly Mention[];
  /** Without it pictures stay as they were written. */
  drawPicture?: DrawPicture;
  className?: string | undefined;
};
type DrawPicture = (picture: PictureMark) => ReactNode;

export const Markdown = memo(function Markdown(props: Props) {
  const { text, mentions = NOBODY, drawPicture, className } = props;
  const marks = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div className={`${classes.text} ${className ?? ''}`}>
      <Marks marks={marks} drawn={{ mentions, drawPicture }} />
    </div>
  );
});

const NOBODY: readonly Mention[] = [];

type Drawn = { mentions: readonly Mention[]; drawPicture: DrawPicture | undefined };

function Marks({ marks, drawn }: { marks: readonly Mark[]; drawn: Drawn }): ReactNode {
  // Nothing in a text moves or keeps a state of its own, so its place is its key.
  // oxlint-disable-next-line react/no-array-index-key
  return marks.map((mark, at) => <One key={at} mark={mark} drawn={drawn} />);
}

function One({ mark, drawn }: { mark: Mark; drawn: Drawn }): ReactNode {
  if (mark.kind === 'text') return <Words text={mark.text} mentions={drawn.mentions} />;
  if (mark.kind === 'picture') return drawn.drawPicture?.(mark) ?? mark.text;
  if ('text' in mark)
    return mark.kind === 'code' ? (
      <code className={classes.code}>{mark.text}</code>
    ) : (
      <pre className={classes.block}>{mark.text}</pre>
    );
  const inside = <Marks marks={mark.parts} drawn={drawn} />;
  switch (mark.kind) {
    case 'link':
      return (
        <a
          href={mark.href}
          title={mark.href}
          className={classes.link}
          target="_blank"
          rel="noopener noreferrer nofollow"
        >
          {inside}
        </a>
      );
    case 'strong':
      return <strong>{inside}</strong>;
    case 'em':
      return <em>{inside}</em>;
    case 'strike':
      return <s>{inside}</s>;
    case 'paragraph':
      return <p>{inside}</p>;
    case 'quote':
      return <blockquote className={classes.quote}>{inside}</blockquote>;
    case 'bullets':
      return <ul className={classes.list}>{inside}</ul>;
    case 'numbers':
      return (
        <ol className={classes.list} start={mark.start}>
          {inside}
        </ol>
      );
    case 'item':
      return <li>{inside}</li>;
  }
}

/** Running words, with the people they call. */
function Words({ text, mentions }: { text: string; mentions: readonly Mention[] }): ReactNode {
  if (mentions.length === 0 || !text.includes('@')) return text;
  return withMentions(text, mentions).map((part, at) =>
    typeof part === 'string' ? (
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={at}>{part}</Fragment>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <span key={at} className={classes.mention} data-me={part.isMe || undefined}>
        @{part.name}
      </span>
    ),
  );
}
