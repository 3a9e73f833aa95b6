/** The demo shop: the basket counts, and the colours can be chosen. The chat is not ours: the page embeds it. */
import './site.css';
import './narrow.css';
import { h, render } from 'preact';
import { createTheme } from '../kit/theme.js';

const theme = document.getElementById('theme');
if (theme) render(h(createTheme(), {}), theme);

let count = 0;
const basket = document.getElementById('basket');
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-add]')) {
  button.addEventListener('click', () => {
    count += 1;
    if (basket) basket.textContent = String(count);
    button.textContent = 'In the basket';
  });
}
