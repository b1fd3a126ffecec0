#include "paz-sets-rows.h"

#include "base/paz-date.h"
#include "model/paz-kind.h"
#include "paz-text-row.h"
#include "paz-words.h"

static char *
dup_number (guint64 n)
{
  return paz_catalogue_dup_integer (paz_words_get_catalogue (), n);
}

/* A to Z, then AA to ZZ. */
static char *
dup_letter (guint n)
{
  return n < 26 ? g_strdup_printf ("%c", 'A' + n) : g_strdup_printf ("%c%c", 'A' + (n / 26 - 1) % 26, 'A' + n % 26);
}

static const char *
get_text (PazRecord  *record,
          const char *key)
{
  const char *text = record != NULL ? paz_record_get_text (record, key) : NULL;

  return text != NULL ? text : "–";
}

/* The day alone of a moment. */
static char *
dup_day (PazRecord  *record,
         const char *key)
{
  g_autofree char *text = g_strdup (get_text (record, key));

  if (g_str_equal (text, "–"))
    return g_steal_pointer (&text);
  if (strlen (text) > 10)
    text[10] = '\0';

  return paz_catalogue_dup_date (paz_words_get_catalogue (), text);
}

static char *
dup_scope (PazRecord *record)
{
  const PazKind *kind = paz_kind_find ("data_set");
  const PazField *field = paz_kind_find_field (kind, "scope");
  GVariant *value = record != NULL ? paz_record_get_value (record, field) : NULL;

  return value != NULL ? paz_value_dup_display (field, kind, value, paz_words_get_catalogue ()) : g_strdup ("–");
}

static char *
dup_state (const PazSpeakingSet *set)
{
  g_autofree char *some = dup_number (set->n_speaking);
  g_autofree char *all = dup_number (set->n_held);

  if (set->n_held == 0)
    return g_strdup (_("Holds no figures"));
  if (set->silenced)
    return g_strdup (_("Silenced"));
  if (set->n_speaking == 0)
    return g_strdup (_("Speaks nowhere"));

  /* Translators: how many figures of a data set speak, of how many. */
  return g_strdup_printf (_("%s of %s speak"), some, all);
}

static char *
dup_span (const PazSpeakingSet *set)
{
  char first[8], last[8];

  if (set->n_months == 0)
    return g_strdup ("–");
  paz_month_format (set->months[0].month, first);
  paz_month_format (set->months[set->n_months - 1].month, last);

  return set->n_months == 1 ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
}

static PazTextRow *
make_row (guint                 n,
          PazRecord            *record,
          const PazSpeakingSet *set)
{
  char *texts[] = {
    dup_letter (n),
    g_strdup (get_text (record, "title")),
    dup_day (record, "published"),
    dup_scope (record),
    dup_span (set),
    dup_state (set),
  };

  return paz_text_row_new (texts, G_N_ELEMENTS (texts));
}

GListStore *
paz_sets_rows_make (GPtrArray *sets,
                    GPtrArray *records)
{
  GListStore *rows = g_list_store_new (PAZ_TYPE_TEXT_ROW);

  for (guint i = 0; i < sets->len; i++)
    {
      g_autoptr (PazTextRow) row = make_row (i, records->pdata[i], sets->pdata[i]);

      g_list_store_append (rows, row);
    }

  return rows;
}

void
paz_sets_rows_add_columns (GtkColumnView *view)
{
  paz_text_row_add_column (view, "", 0, 44, FALSE);
  paz_text_row_add_column (view, C_("table", "Data Set"), 1, 0, FALSE);
  paz_text_row_add_column (view, C_("table", "Published"), 2, 98, FALSE);
  paz_text_row_add_column (view, C_("table", "Coverage"), 3, 118, FALSE);
  paz_text_row_add_column (view, C_("table", "Months"), 4, 150, FALSE);
  paz_text_row_add_column (view, C_("table", "Speaks"), PAZ_SETS_ROWS_STATE, 196, FALSE);
}

GPtrArray *
paz_sets_rows_mark (GPtrArray *sets,
                    GPtrArray *speaking)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_set_mark_free);

  for (guint i = 0; i < sets->len; i++)
    g_hash_table_insert (places, ((PazSpeakingSet *) sets->pdata[i])->data_set, GUINT_TO_POINTER (i));
  for (guint i = 0; i < speaking->len; i++)
    {
      PazSetMark *mark = g_new0 (PazSetMark, 1);

      mark->color = GPOINTER_TO_UINT (g_hash_table_lookup (places, paz_record_get_id (speaking->pdata[i])));
      mark->letter = dup_letter (mark->color);
      mark->title = paz_record_dup_title (speaking->pdata[i], paz_words_get_catalogue ());
      g_ptr_array_add (marks, mark);
    }

  return marks;
}

/* Months ascend. */
static const PazSpeakingMonth *
find_month (const PazSpeakingSet *set,
            guint16               month)
{
  guint low = 0, high = set->n_months;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (set->months[middle].month < month)
        low = middle + 1;
      else
        high = middle;
    }

  return low < set->n_months && set->months[low].month == month ? &set->months[low] : NULL;
}

GMenu *
paz_sets_rows_make_menu (GPtrArray *sets,
                         GPtrArray *records,
                         guint16    month,
                         gboolean   writable)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  g_menu_append (menu, _("Where This Figure Comes From…"), "sets.source");
  for (guint i = 0; writable && i < sets->len; i++)
    {
      const PazSpeakingSet *set = sets->pdata[i];
      const PazSpeakingMonth *held = find_month (set, month);
      g_autofree char *letter = dup_letter (i);
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (held == NULL || (!set->silenced && held->n_speaking == held->n_held))
        continue;
      /* Translators: letter and title of a data set. */
      label = g_strdup_printf (_("Let %s, “%s”, Speak"), letter, get_text (records->pdata[i], "title"));
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "sets.speak-set", "s", set->data_set);
      g_menu_append_item (others, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (others)) > 0)
    g_menu_append_section (menu, _("Ahead of All Others"), G_MENU_MODEL (others));

  return menu;
}
