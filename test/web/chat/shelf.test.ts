/** What the device remembers, also when it refuses to. */
import { expect } from 'chai';
import { createShelf, type Drawer } from '../../../src/web/chat/shelf.js';

function createDrawer(start: Record<string, string> = {}): Drawer & { readonly held: Record<string, string> } {
  const held = { ...start };
  return {
    held,
    getItem: (key) => held[key] ?? null,
    setItem(key, value) {
      held[key] = value;
    },
    removeItem: (key) => void Reflect.deleteProperty(held, key),
  };
}

describe('the shelf', () => {
  it('writes nothing by being read', () => {
    const drawer = createDrawer();
    createShelf('warmline', () => drawer).read();
    expect(drawer.held).to.deep.equal({});
  });

  it('keeps what two pages write beside each other', () => {
    const drawer = createDrawer();
    const one = createShelf('warmline', () => drawer);
    const two = createShelf('warmline', () => drawer);
    one.keep({ draft: 'half a sentence' });
    two.keep({ seen: 7 });
    expect(one.read()).to.deep.include({ draft: 'half a sentence', seen: 7 });
  });

  it('starts anew from a record it cannot read', () => {
    const drawer = createDrawer({ warmline: '{half' });
    expect(createShelf('warmline', () => drawer).read()).to.deep.include({ draft: '', seen: 0, awake: false });
  });

  it('lives as long as the page where storage is refused', () => {
    const shelf = createShelf('warmline', () => {
      throw new Error('refused');
    });
    shelf.keep({ draft: 'kept' });
    expect(shelf.read().draft).to.equal('kept');
  });
});
