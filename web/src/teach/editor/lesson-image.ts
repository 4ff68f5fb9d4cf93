import Image from '@tiptap/extension-image';

/**
 * A picture in the text. Its path is that of the draft's files; where the browser finds it is asked for.
 */
export const lessonImage = (addressOf: (path: string) => Promise<string | null>) =>
  Image.configure({ inline: true }).extend({
    addNodeView() {
      return ({ node }) => {
        const image = document.createElement('img');
        const { src, alt } = node.attrs as { src: string; alt: string | null };
        image.alt = alt ?? '';
        if ((alt ?? '') === '') image.dataset['bare'] = 'true';
        void addressOf(src).then((address) => {
          if (address !== null) image.src = address;
        });
        return { dom: image };
      };
    },
  });
