// Which of the window's own panels is open.

class Panels {
  palette = $state(false);
  keys = $state(false);
}

export const panels = new Panels();
