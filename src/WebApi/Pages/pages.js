// What makes a page more comfortable: passwords that can be shown, recovery codes that can be copied. What is marked with these attributes is hidden without it.

// A password that is sent as text would be kept by the browser among the words that it offers for other fields.
function reveal(button) {
  const field = document.getElementById(button.dataset.reveal);
  const verb = button.querySelector('[data-reveal-verb]');
  const show = shown => {
    field.type = shown ? 'text' : 'password';
    verb.textContent = shown ? 'Hide' : 'Show';
  };
  button.hidden = false;
  button.addEventListener('click', () => show(field.type === 'password'));
  field.form?.addEventListener('submit', () => show(false));
}

function copy(button) {
  const caption = button.textContent;
  const codes = () => [...button.closest('[data-recovery-codes]').querySelectorAll('.codes code')].map(code => code.textContent);
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(`${codes().join('\n')}\n`);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not copied: use the download';
    }
    setTimeout(() => { button.textContent = caption; }, 4000);
  });
}

document.querySelectorAll('[data-reveal]').forEach(reveal);
if (navigator.clipboard) {
  document.querySelectorAll('[data-copy]').forEach(copy);
}
