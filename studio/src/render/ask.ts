/** A question that must be answered before something cannot be undone. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** The verb of the button that does it. */
  readonly act: string;
  /** The verb of the button that does not. */
  readonly leave: string;
}

/** Asks in a dialog. */
export function ask(question: Question): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'asking';
  const title = Object.assign(document.createElement('h2'), { textContent: question.title, id: 'asking-title' });
  const text = Object.assign(document.createElement('p'), { textContent: question.text, className: 'mid' });
  const row = Object.assign(document.createElement('div'), { className: 'chips' });
  const act = Object.assign(document.createElement('button'), { type: 'button', className: 'btn go', textContent: question.act });
  const leave = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: question.leave });
  row.append(act, leave);
  dialog.append(title, text, row);
  dialog.setAttribute('aria-labelledby', title.id);
  document.body.append(dialog);
  return new Promise((answered) => {
    act.onclick = () => dialog.close('act');
    leave.onclick = () => dialog.close();
    dialog.onclose = () => {
      dialog.remove();
      answered(dialog.returnValue === 'act');
    };
    dialog.showModal();
    leave.focus();
  });
}
