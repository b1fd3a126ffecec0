/* From cells to records: which row means which record, what each cell would change, what is wrong. */
#include "paz-block-paste.h"

#include "base/paz-text.h"
#include "base/paz-uuid.h"

typedef struct
{
  PazPaste      *paste;
  PazStore      *store;
  PazBlockLinks *links;
  PazBlockMatch *match;
  GHashTable    *seen;       /* id of a record, or key of a new one -> row + 1 */
} Check;

static PazPasteRow *
get_row (Check *check,
         guint  row)
{
  return &g_array_index (check->paste->rows, PazPasteRow, row);
}

static void
add_problem (Check           *check,
             guint            row,
             int              column,
             PazPasteProblem  found)
{
  PazPasteProblem *problem = g_memdup2 (&found, sizeof found);

  problem->row = row;
  problem->column = column;
  g_ptr_array_add (check->paste->problems, problem);
  get_row (check, row)->is_wrong = TRUE;
  if (column >= 0)
    get_row (check, row)->cells[column] = PAZ_PASTE_CELL_WRONG;
}

static void
add_row_problem (Check         *check,
                 guint          row,
                 PazPasteWrong  reason,
                 int            code,
                 const char    *text)
{
  add_problem (check, row, -1, (PazPasteProblem) { .reason = reason, .code = code, .text = g_strdup (text) });
}

/* ---- which rows are data ---- */

static gboolean
is_data (PazPaste *paste,
         guint     row)
{
  const char *only = NULL;
  guint n = 0;

  if (row < paste->n_headings)
    return FALSE;
  for (guint i = 0; i < paste->columns->len; i++)
    {
      const char *text = paz_block_get_text (paste->block, row, i);

      if (*text == '\0')
        continue;
      only = text;
      n++;
    }

  return n > 1 || (n == 1 && !paz_block_is_handling (only));
}

static PazPasteAction
get_asked (Check *check,
           guint  row)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (check->paste->asked, GUINT_TO_POINTER (row)));
}

/* ---- which record ---- */

static const char *
get_id (PazPaste *paste,
        guint     row)
{
  for (guint i = 0; i < paste->columns->len; i++)
    if (paz_paste_get_target (paste, i).is_id)
      return paz_block_get_text (paste->block, row, i);

  return "";
}

/* What the row says by itself; wrong cells are told when the row is compared. */
static PazRecord *
make_draft (Check *check,
            guint  row)
{
  PazPaste *paste = check->paste;
  PazRecord *draft = paz_store_create_record (check->store, paste->kind, paste->container);

  for (guint i = 0; i < paste->columns->len; i++)
    {
      PazPasteProblem ignored = { 0 };

      if (paz_paste_get_target (paste, i).field != NULL)
        paz_block_take_cell (paste, check->store, check->links, row, i, draft, &ignored);
      g_free (ignored.text);
    }

  return draft;
}

static PazRecord *
find_stored (Check     *check,
             guint      row,
             PazRecord *draft)
{
  const char *id = get_id (check->paste, row);
  PazRecord *stored;
  guint n;

  if (*id != '\0' && check->paste->matched == PAZ_PASTE_MATCH_ID)
    {
      stored = paz_block_match_find_id (check->match, id);
      if (stored == NULL)
        add_row_problem (check, row, PAZ_PASTE_WRONG_ROW_ID, 0, id);
      return stored;
    }

  stored = paz_block_match_find (check->match, row, draft, &n);
  if (n > 1 && get_asked (check, row) != PAZ_PASTE_ROW_ADD)
    add_row_problem (check, row, PAZ_PASTE_WRONG_ROW_MATCH, (int) n, NULL);

  return stored;
}

/* Two rows for one record would leave the second one's cells, and nobody would know. */
static void
check_twice (Check     *check,
             guint      row,
             PazRecord *stored,
             PazRecord *draft)
{
  g_autofree char *key = stored != NULL ? g_strdup (paz_record_get_id (stored))
                                        : paz_block_match_dup_key (check->match, draft);
  gpointer before = key != NULL ? g_hash_table_lookup (check->seen, key) : NULL;

  if (key == NULL || (get_asked (check, row) == PAZ_PASTE_ROW_ADD && stored == NULL))
    return;
  if (before != NULL)
    add_row_problem (check, row, PAZ_PASTE_WRONG_ROW_TWICE, GPOINTER_TO_INT (before), NULL);
  else
    g_hash_table_insert (check->seen, g_steal_pointer (&key), GUINT_TO_POINTER (row + 1));
}

/* ---- cells ---- */

static PazPasteCell
compare_cell (PazPasteRow    *found,
              const PazField *field,
              GVariant       *before)
{
  GVariant *after = paz_record_get_value (found->record, field);

  if (found->stored == NULL)
    return PAZ_PASTE_CELL_NEW;
  if (paz_value_equal (field, before, after))
    return PAZ_PASTE_CELL_SAME;

  return before == NULL ? PAZ_PASTE_CELL_NEW : PAZ_PASTE_CELL_CHANGED;
}

static void
take_cell (Check *check,
           guint  row,
           guint  column)
{
  PazPaste *paste = check->paste;
  PazPasteRow *found = get_row (check, row);
  const PazField *field = paz_paste_get_target (paste, column).field;
  GVariant *before = paz_record_get_value (found->record, field);
  g_autoptr (GVariant) kept = before != NULL ? g_variant_ref (before) : NULL;
  PazPasteProblem problem = { 0 };

  if (!paz_block_take_cell (paste, check->store, check->links, row, column, found->record, &problem))
    {
      add_problem (check, row, (int) column, problem);
      return;
    }
  g_free (problem.text);
  if (*paz_block_get_text (paste->block, row, column) == '\0' && (!paste->clears || kept == NULL))
    return;
  found->cells[column] = compare_cell (found, field, kept);
  if (found->stored != NULL && found->cells[column] != PAZ_PASTE_CELL_SAME &&
      paz_record_is_in_conflict (found->stored, field))
    {
      paz_record_set_value (found->record, field, kept);
      add_problem (check, row, (int) column, (PazPasteProblem) { .reason = PAZ_PASTE_WRONG_CONFLICT });
    }
}

/* ---- the record as a whole ---- */

static int
find_column (PazPaste       *paste,
             const PazField *field)
{
  for (guint i = 0; field != NULL && i < paste->columns->len; i++)
    if (paz_paste_get_target (paste, i).field == field)
      return (int) i;

  return -1;
}

static void
check_record (Check *check,
              guint  row)
{
  PazPasteRow *found = get_row (check, row);
  g_autoptr (GPtrArray) problems = paz_record_check (found->record);

  for (guint i = 0; i < problems->len; i++)
    {
      const PazProblem *problem = g_ptr_array_index (problems, i);
      int column = find_column (check->paste, problem->field);
      g_autofree char *text = NULL;

      if (column >= 0 && found->cells[column] == PAZ_PASTE_CELL_WRONG)
        continue;
      text = paz_problem_dup_text (problem, paz_catalogue_get (check->paste->language));
      add_problem (check, row, column,
                   (PazPasteProblem) { .reason = PAZ_PASTE_WRONG_RULE, .text = g_steal_pointer (&text) });
    }
}

static void
check_rights (Check *check,
              guint  row)
{
  PazRecord *stored = get_row (check, row)->stored;

  if (stored != NULL && !paz_store_may_write (check->store, stored))
    add_row_problem (check, row, PAZ_PASTE_WRONG_ROW_OWNER, 0, paz_record_get_owner (stored));
}

static gboolean
is_changed (Check *check,
            guint  row)
{
  PazPasteRow *found = get_row (check, row);

  for (guint i = 0; i < check->paste->columns->len; i++)
    if (found->cells[i] != PAZ_PASTE_CELL_UNUSED && found->cells[i] != PAZ_PASTE_CELL_SAME)
      return TRUE;

  return FALSE;
}

static void
take_row (Check *check,
          guint  row)
{
  PazPaste *paste = check->paste;
  PazPasteRow *found = get_row (check, row);
  PazPasteAction asked = get_asked (check, row);
  g_autoptr (PazRecord) draft = NULL;
  PazRecord *stored;

  if (asked == PAZ_PASTE_ROW_LEAVE_OUT)
    {
      found->action = PAZ_PASTE_ROW_LEAVE_OUT;
      return;
    }
  draft = make_draft (check, row);
  stored = asked != PAZ_PASTE_ROW_ADD ? find_stored (check, row, draft) : NULL;
  check_twice (check, row, stored, draft);

  found->stored = stored != NULL ? g_object_ref (stored) : NULL;
  found->record = stored != NULL ? paz_record_dup (stored)
                                 : paz_store_create_record (check->store, paste->kind, paste->container);
  for (guint i = 0; i < paste->columns->len; i++)
    if (paz_paste_get_target (paste, i).field != NULL)
      take_cell (check, row, i);
  found->action = stored == NULL ? PAZ_PASTE_ROW_ADD
                  : is_changed (check, row) ? PAZ_PASTE_ROW_UPDATE : PAZ_PASTE_ROW_SAME;
  if (found->action == PAZ_PASTE_ROW_SAME)
    return;
  check_record (check, row);
  check_rights (check, row);
}

/* ---- counting ---- */

static void
count_cells (PazPaste    *paste,
             PazPasteRow *row)
{
  for (guint i = 0; i < paste->columns->len; i++)
    switch ((PazPasteCell) row->cells[i])
      {
      case PAZ_PASTE_CELL_NEW:
        paste->counts.n_new++;
        break;
      case PAZ_PASTE_CELL_CHANGED:
        paste->counts.n_changed++;
        break;
      case PAZ_PASTE_CELL_SAME:
        paste->counts.n_unchanged++;
        break;
      case PAZ_PASTE_CELL_WRONG:
        paste->counts.n_wrong_cells++;
        break;
      case PAZ_PASTE_CELL_UNUSED:
        break;
      }
}

static void
count_row (PazPaste    *paste,
           PazPasteRow *row)
{
  paste->counts.n_rows++;
  paste->counts.n_add += row->action == PAZ_PASTE_ROW_ADD;
  paste->counts.n_update += row->action == PAZ_PASTE_ROW_UPDATE;
  paste->counts.n_same += row->action == PAZ_PASTE_ROW_SAME;
  paste->counts.n_left_out += row->action == PAZ_PASTE_ROW_LEAVE_OUT;
  paste->counts.n_wrong += row->is_wrong;
  count_cells (paste, row);
}

static gboolean
take_rows (Check         *check,
           PazProgress    progress,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  PazPaste *paste = check->paste;
  guint n = paz_block_get_n_rows (paste->block);

  g_array_set_size (paste->rows, n);
  for (guint i = 0; i < n; i++)
    {
      PazPasteRow *row = get_row (check, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      row->cells = g_new0 (guint8, paste->columns->len + 1);
      row->is_data = is_data (paste, i);
      if (!row->is_data)
        continue;
      take_row (check, i);
      count_row (paste, row);
      if (progress != NULL && i % 64 == 0)
        progress ((double) i / n, data);
    }

  return TRUE;
}

gboolean
paz_paste_check (PazPaste      *self,
                 PazStore      *store,
                 PazProgress    progress,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (PazBlockLinks) links = paz_block_links_new (store);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PazBlockMatch) match = NULL;
  Check check = { self, store, links, NULL, seen };

  paz_block_clear_findings (self);
  for (guint i = 0; i < self->columns->len; i++)
    paz_block_find_habit (self, i, &self->open_dates);
  match = paz_block_match_new (self, store, error);
  if (match == NULL)
    return FALSE;
  check.match = match;

  return take_rows (&check, progress, data, cancellable, error);
}
