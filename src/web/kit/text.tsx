/** Shows a message's text with line breaks, links, bold and lists. Nothing in it is ever read as HTML. */
import { readBlocks, type Block, type Inline } from './rich.js';

function InlinePart({ part }: { part: Inline }) {
  switch (part.kind) {
    case 'bold':
      return <strong>{part.text}</strong>;
    case 'link':
      return (
        <a href={part.href} target={part.href.startsWith('/') ? undefined : '_blank'} rel="noopener noreferrer">
          {part.text}
        </a>
      );
    case 'text':
      return <>{part.text}</>;
  }
}

const inlines = (parts: readonly Inline[]) => parts.map((part, index) => <InlinePart key={index} part={part} />);

function BlockPart({ block }: { block: Block }) {
  if (block.kind === 'paragraph') return <p>{inlines(block.inlines)}</p>;
  const items = block.items.map((item, index) => <li key={index}>{inlines(item)}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** `plain`: the words exactly as they were typed, for what a customer wrote. */
export function Text({ text, plain = false }: { text: string; plain?: boolean }) {
  if (plain) {
    return (
      <div class="rich" dir="auto">
        <p>{text}</p>
      </div>
    );
  }
  return (
    <div class="rich" dir="auto">
      {readBlocks(text).map((block, index) => (
        <BlockPart key={index} block={block} />
      ))}
    </div>
  );
}
