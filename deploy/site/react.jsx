/** A React application that mounts, changes and removes the chat as it likes. */
import { useEffect, useState } from 'react';
import { mount } from 'warmline/widget';

/** `token`: of the person who is signed in, asked for by the application's own server. */
export function SupportChat({ origin, token, theme }) {
  useEffect(() => {
    const chat = mount({ origin, theme });
    if (token) chat.identify(token);
    return () => chat.remove();
  }, [origin, token, theme]);
  return null;
}

export function App({ origin }) {
  const [shown, show] = useState(true);
  return (
    <main>
      <h1>Lamps</h1>
      <button type="button" onClick={() => show(!shown)}>
        {shown ? 'Without the chat' : 'With the chat'}
      </button>
      {shown && <SupportChat origin={origin} theme="light" />}
    </main>
  );
}
