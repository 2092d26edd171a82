import './style/index.css';
import { createRoot } from 'react-dom/client';
import { returnToPlace } from './hub/session.js';
import { App } from './page/app.js';

returnToPlace();
const place = document.getElementById('page');
if (place) createRoot(place).render(<App />);
