#include "paz-paste-view.h"

#include "paz-paste-rows.h"
#include "paz-words.h"

/* More columns than anybody looks at; all of them are pasted. */
#define MAX_COLUMNS 60

typedef struct
{
  PazStore      *store;
  PazPasteOfNow  now;
  gpointer       data;
  guint          column;
} Column;

static void
column_free (gpointer  data,
             GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->store);
  g_free (column);
}

const char *
paz_paste_get_action_word (PazPasteAction action)
{
  switch (action)
    {
    case PAZ_PASTE_ROW_ADD:
      return C_("row", "New");
    case PAZ_PASTE_ROW_UPDATE:
      return C_("row", "Changes");
    case PAZ_PASTE_ROW_SAME:
      return C_("row", "Same");
    case PAZ_PASTE_ROW_LEAVE_OUT:
      return C_("row", "Left out");
    case PAZ_PASTE_ROW_AUTO:
      break;
    }

  return "";
}

char *
paz_paste_dup_target (const PazKind  *kind,
                      PazPasteTarget  target)
{
  const char *label;

  if (target.is_id)
    return g_strdup (C_("column", "Id"));
  if (target.field == NULL)
    return g_strdup (C_("column", "Left Out"));
  label = paz_catalogue_ptext (paz_words_get_catalogue (), paz_field_get_context (target.field, kind), target.field->label);
  if (target.language < 0)
    return g_strdup (label);

  return g_strdup_printf ("%s (%s)", label, paz_language_get_name ((PazLanguage) target.language));
}

/* ---- cells ---- */

static const char *
get_class (PazPasteCell cell)
{
  switch (cell)
    {
    case PAZ_PASTE_CELL_NEW:
      return "cell-new";
    case PAZ_PASTE_CELL_CHANGED:
      return "cell-changed";
    case PAZ_PASTE_CELL_WRONG:
      return "cell-wrong";
    case PAZ_PASTE_CELL_SAME:
      return "cell-same";
    case PAZ_PASTE_CELL_UNUSED:
      break;
    }

  return "cell-unused";
}

static char *
dup_record_text (Column    *column,
                 PazRecord *record,
                 PazPaste  *paste)
{
  const PazField *field = paz_paste_get_target (paste, column->column).field;
  g_autoptr (PazTrilingual) texts = NULL;
  int language = paz_paste_get_target (paste, column->column).language;

  if (record == NULL || field == NULL)
    return NULL;
  if (field->type != PAZ_VALUE_TRILINGUAL || language < 0)
    return paz_store_dup_display (column->store, record, field, paz_words_get_catalogue ());
  texts = paz_trilingual_from_value (paz_record_get_value (record, field));

  return g_strdup (texts->in[language].text != NULL ? texts->in[language].text : "");
}

/* What the record will say; for what is wrong or left out, what the cell says. */
static char *
dup_cell_text (Column   *column,
               PazPaste *paste,
               guint     row)
{
  const char *raw = paz_block_get_text (paz_paste_get_block (paste), row, column->column);
  PazPasteCell cell = paz_paste_get_cell (paste, row, column->column);
  g_autofree char *after = NULL;
  g_autofree char *before = NULL;

  if (cell == PAZ_PASTE_CELL_UNUSED)
    return g_strdup (raw);
  if (cell == PAZ_PASTE_CELL_WRONG)
    return g_strdup_printf ("⚠ %s", raw);
  after = dup_record_text (column, paz_paste_get_record (paste, row), paste);
  if (cell != PAZ_PASTE_CELL_CHANGED)
    return g_strdup (after != NULL ? after : raw);
  before = dup_record_text (column, paz_paste_get_stored (paste, row), paste);

  return g_strdup_printf ("%s → %s", before, after != NULL && *after != '\0' ? after : "–");
}

static char *
dup_cell_hint (Column   *column,
               PazPaste *paste,
               guint     row)
{
  const PazPasteProblem *problem = paz_paste_find_problem (paste, row, (int) column->column);

  if (problem != NULL)
    return paz_paste_dup_problem (paste, problem, paz_words_get_catalogue ());

  switch (paz_paste_get_cell (paste, row, column->column))
    {
    case PAZ_PASTE_CELL_NEW:
      return g_strdup (C_("cell", "New"));
    case PAZ_PASTE_CELL_CHANGED:
      return dup_cell_text (column, paste, row);
    case PAZ_PASTE_CELL_SAME:
      return g_strdup (C_("cell", "The same as before"));
    case PAZ_PASTE_CELL_UNUSED:
    case PAZ_PASTE_CELL_WRONG:
      break;
    }

  return NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          Column                   *column)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_list_item_set_child (list_item, text);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         Column                   *column)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  guint row = paz_paste_row_get_number (gtk_list_item_get_item (list_item));
  PazPaste *paste = column->now (column->data);
  g_autofree char *text = dup_cell_text (column, paste, row);
  g_autofree char *hint = dup_cell_hint (column, paste, row);
  const char *classes[] = { get_class (paz_paste_get_cell (paste, row, column->column)), NULL };

  g_strdelimit (text, "\n\t", ' ');
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, hint);
  gtk_widget_set_css_classes (cell, classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hint != NULL ? hint : "", -1);
}

static void
bind_number_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                Column                   *column)
{
  guint row = paz_paste_row_get_number (gtk_list_item_get_item (list_item));
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), row + 1);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (list_item)), number);
}

static void
bind_action_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                Column                   *column)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  guint row = paz_paste_row_get_number (gtk_list_item_get_item (list_item));
  PazPaste *paste = column->now (column->data);
  const PazPasteProblem *problem = paz_paste_find_problem (paste, row, -1);
  const char *word = paz_paste_get_action_word (paz_paste_get_action (paste, row));
  gboolean wrong = paz_paste_is_wrong (paste, row);
  g_autofree char *text = wrong ? g_strdup_printf ("⚠ %s", word) : g_strdup (word);
  g_autofree char *hint = problem != NULL ? paz_paste_dup_problem (paste, problem, paz_words_get_catalogue ()) : NULL;
  const char *classes[] = { wrong ? "cell-wrong" : "cell-row", NULL };

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, hint);
  gtk_widget_set_css_classes (cell, classes);
}

/* ---- columns ---- */

static void
add_column (GtkColumnView *view,
            Column         made,
            const char    *title,
            int            width,
            gboolean       expand,
            GCallback      bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_memdup2 (&made, sizeof made);
  g_autoptr (GtkColumnViewColumn) shown = NULL;

  g_object_ref (column->store);
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column, column_free, 0);
  g_signal_connect (factory, "bind", bind, column);
  shown = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_fixed_width (shown, width);
  gtk_column_view_column_set_expand (shown, expand);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_append_column (view, shown);
}

static void
drop_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);

      gtk_column_view_remove_column (view, column);
    }
}

void
paz_paste_view_set_columns (GtkColumnView *view,
                            PazStore      *store,
                            PazPaste      *paste,
                            PazPasteOfNow  now,
                            gpointer       data)
{
  Column column = { store, now, data, 0 };
  guint n = MIN (paz_block_get_n_columns (paz_paste_get_block (paste)), MAX_COLUMNS);

  drop_columns (view);
  add_column (view, column, C_("table", "Row"), 60, FALSE, G_CALLBACK (bind_number_cb));
  add_column (view, column, C_("table", "What Happens"), 120, FALSE, G_CALLBACK (bind_action_cb));
  for (guint i = 0; i < n; i++)
    {
      PazPasteTarget target = paz_paste_get_target (paste, i);
      g_autofree char *title = paz_paste_dup_target (paz_paste_get_kind (paste), target);
      gboolean wide = target.field != NULL && target.field->type == PAZ_VALUE_TRILINGUAL;

      column.column = i;
      add_column (view, column, title, wide ? 220 : 140, wide, G_CALLBACK (bind_cb));
    }
}
