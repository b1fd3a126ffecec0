#include "paz-block-paste.h"

#include "base/paz-text.h"

static void
clear_row (gpointer data)
{
  PazPasteRow *row = data;

  g_clear_object (&row->stored);
  g_clear_object (&row->record);
  g_free (row->cells);
}

static void
problem_free (gpointer data)
{
  PazPasteProblem *problem = data;

  g_free (problem->text);
  g_free (problem);
}

void
paz_block_clear_findings (PazPaste *self)
{
  g_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->problems, 0);
  g_hash_table_remove_all (self->candidates);
  self->counts = (PazPasteCounts) { 0 };
  self->open_dates = FALSE;
}

static PazPaste *
make (PazBlock *block)
{
  PazPaste *self = g_new0 (PazPaste, 1);

  self->block = paz_block_ref (block);
  self->columns = g_array_new (FALSE, TRUE, sizeof (PazPasteColumn));
  g_array_set_size (self->columns, paz_block_get_n_columns (block));
  self->asked = g_hash_table_new (NULL, NULL);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_array_new (FALSE, TRUE, sizeof (PazPasteRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->candidates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);

  return self;
}

PazPaste *
paz_paste_new (PazBlock               *block,
               const PazKind          *kind,
               const char             *container,
               PazLanguage             language,
               const PazField * const *visible,
               guint                   n)
{
  PazPaste *self = make (block);

  self->kind = kind;
  self->container = g_strdup (container);
  self->language = language;
  self->visible = g_memdup2 (visible, n * sizeof *visible);
  self->n_visible = n;
  paz_block_take_headings (self, TRUE);

  return self;
}

void
paz_paste_set_held (PazPaste  *self,
                    GPtrArray *records)
{
  g_clear_pointer (&self->held, g_ptr_array_unref);
  self->held = g_ptr_array_ref (records);
}

static void
copy_chosen (PazPaste *self,
             PazPaste *copy)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->chosen, g_strdup (key), g_strdup (value));
  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->asked, key, value);
}

PazPaste *
paz_paste_copy (PazPaste *self)
{
  PazPaste *copy = make (self->block);

  copy->kind = self->kind;
  copy->container = g_strdup (self->container);
  copy->held = self->held != NULL ? g_ptr_array_ref (self->held) : NULL;
  copy->language = self->language;
  copy->visible = g_memdup2 (self->visible, self->n_visible * sizeof *self->visible);
  copy->n_visible = self->n_visible;
  copy->n_headings = self->n_headings;
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (copy->columns, PazPasteColumn, i).target = g_array_index (self->columns, PazPasteColumn, i).target;
  copy->dates = self->dates;
  copy->match = self->match;
  copy->clears = self->clears;
  copy_chosen (self, copy);

  return copy;
}

void
paz_paste_free (PazPaste *self)
{
  if (self == NULL)
    return;
  paz_block_unref (self->block);
  g_free (self->container);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_free (self->visible);
  g_array_unref (self->columns);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->chosen);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->candidates);
  g_free (self);
}

PazBlock *
paz_paste_get_block (PazPaste *self)
{
  return self->block;
}

const PazKind *
paz_paste_get_kind (PazPaste *self)
{
  return self->kind;
}

gboolean
paz_paste_takes_field (const PazField *field)
{
  return field->until == 0 && (field->flags & (PAZ_FIELD_FILLED | PAZ_FIELD_HIDDEN)) == 0;
}

guint
paz_paste_get_n_headings (PazPaste *self)
{
  return self->n_headings;
}

void
paz_paste_set_n_headings (PazPaste *self,
                          guint     n)
{
  self->n_headings = MIN (n, paz_block_get_n_rows (self->block));
  paz_block_take_headings (self, FALSE);
}

PazPasteTarget
paz_paste_get_target (PazPaste *self,
                      guint     column)
{
  return g_array_index (self->columns, PazPasteColumn, column).target;
}

static gboolean
is_same_target (PazPasteTarget a,
                PazPasteTarget b)
{
  return a.is_id == b.is_id && a.field == b.field && a.language == b.language;
}

/* Two columns cannot be the same field: the former one is left out. */
void
paz_paste_set_target (PazPaste       *self,
                      guint           column,
                      PazPasteTarget  target)
{
  static const PazPasteTarget none = { FALSE, NULL, -1 };

  for (guint i = 0; i < self->columns->len; i++)
    {
      PazPasteColumn *other = &g_array_index (self->columns, PazPasteColumn, i);

      if (i != column && (target.is_id || target.field != NULL) && is_same_target (other->target, target))
        other->target = none;
    }
  g_array_index (self->columns, PazPasteColumn, column).target = target;
}

PazPasteDates
paz_paste_get_dates (PazPaste *self)
{
  return self->dates;
}

void
paz_paste_set_dates (PazPaste      *self,
                     PazPasteDates  dates)
{
  self->dates = dates;
}

gboolean
paz_paste_has_open_dates (PazPaste *self)
{
  return self->open_dates;
}

PazPasteMatch
paz_paste_get_match (PazPaste *self)
{
  return self->rows->len > 0 ? self->matched : self->match;
}

void
paz_paste_set_match (PazPaste      *self,
                     PazPasteMatch  match)
{
  self->match = match;
}

void
paz_paste_set_clears (PazPaste *self,
                      gboolean  clears)
{
  self->clears = clears;
}

void
paz_paste_set_action (PazPaste       *self,
                      guint           row,
                      PazPasteAction  action)
{
  if (action == PAZ_PASTE_ROW_AUTO)
    g_hash_table_remove (self->asked, GUINT_TO_POINTER (row));
  else
    g_hash_table_insert (self->asked, GUINT_TO_POINTER (row), GUINT_TO_POINTER (action));
}

void
paz_paste_choose (PazPaste       *self,
                  const PazField *field,
                  const char     *text,
                  const char     *id)
{
  g_hash_table_insert (self->chosen, paz_block_make_link_key (field, text), g_strdup (id));
}

/* ---- findings ---- */

const PazPasteCounts *
paz_paste_get_counts (PazPaste *self)
{
  return &self->counts;
}

static PazPasteRow *
get_row (PazPaste *self,
         guint     row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, PazPasteRow, row);
}

gboolean
paz_paste_is_data (PazPaste *self,
                   guint     row)
{
  return get_row (self, row)->is_data;
}

PazPasteAction
paz_paste_get_action (PazPaste *self,
                      guint     row)
{
  return get_row (self, row)->action;
}

gboolean
paz_paste_is_wrong (PazPaste *self,
                    guint     row)
{
  return get_row (self, row)->is_wrong;
}

PazRecord *
paz_paste_get_record (PazPaste *self,
                      guint     row)
{
  return get_row (self, row)->record;
}

PazRecord *
paz_paste_get_stored (PazPaste *self,
                      guint     row)
{
  return get_row (self, row)->stored;
}

PazPasteCell
paz_paste_get_cell (PazPaste *self,
                    guint     row,
                    guint     column)
{
  PazPasteRow *found = get_row (self, row);

  return found->cells != NULL ? found->cells[column] : PAZ_PASTE_CELL_UNUSED;
}

GPtrArray *
paz_paste_get_problems (PazPaste *self)
{
  return self->problems;
}

/* Problems stand in the order of rows. */
static guint
find_first (GPtrArray *problems,
            guint      row)
{
  guint low = 0, high = problems->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (((PazPasteProblem *) g_ptr_array_index (problems, middle))->row < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const PazPasteProblem *
paz_paste_find_problem (PazPaste *self,
                        guint     row,
                        int       column)
{
  for (guint i = find_first (self->problems, row); i < self->problems->len; i++)
    {
      const PazPasteProblem *problem = g_ptr_array_index (self->problems, i);

      if (problem->row != row)
        break;
      if (problem->column == column)
        return problem;
    }

  return NULL;
}

GPtrArray *
paz_paste_list_candidates (PazPaste              *self,
                           const PazPasteProblem *problem)
{
  const PazField *field = problem->column >= 0 ? paz_paste_get_target (self, problem->column).field : NULL;
  g_autofree char *key = field != NULL && problem->text != NULL ? paz_block_make_link_key (field, problem->text) : NULL;
  GPtrArray *found = key != NULL ? g_hash_table_lookup (self->candidates, key) : NULL;

  return found != NULL ? g_ptr_array_ref (found) : g_ptr_array_new ();
}
