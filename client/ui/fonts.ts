// Hundreds of small ranges of the font; the browser fetches only those the page needs. Loaded beside the app, not before it.
import '@fontsource-variable/noto-sans-kr/wght.css';
