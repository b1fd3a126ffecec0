#include "paz-import-tables.h"

#include "base/paz-date.h"
#include "model/paz-value.h"
#include "model/paz-personnel.h"
#include "paz-text-row.h"
#include "paz-words.h"

static char *
dup_month_text (guint16 month)
{
  char iso[8];

  return paz_catalogue_dup_date (paz_words_get_catalogue (), paz_month_format (month, iso));
}

char *
paz_import_dup_span_text (const PazImportCounts *counts)
{
  g_autofree char *rows = paz_catalogue_dup_integer (paz_words_get_catalogue (), counts->rows);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (counts->first_month == 0)
    return g_strdup_printf (ngettext ("%s row", "%s rows", counts->rows), rows);

  first = dup_month_text (counts->first_month);
  last = dup_month_text (counts->last_month);
  if (counts->first_month == counts->last_month)
    return g_strdup_printf (ngettext ("%s row, %s", "%s rows, %s", counts->rows), rows, first);

  return g_strdup_printf (ngettext ("%s row, %s to %s", "%s rows, %s to %s", counts->rows), rows, first, last);
}

static void
add_count (GtkBox     *box,
           guint32     n,
           const char *caption)
{
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), n);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *figure = gtk_label_new (number);
  GtkWidget *label = gtk_label_new (caption);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "count-card");
  gtk_widget_add_css_class (figure, "title-2");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (label, "caption");
  if (n == 0)
    gtk_widget_add_css_class (card, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (card), figure);
  gtk_box_append (GTK_BOX (card), label);
  gtk_box_append (box, card);
}

void
paz_import_fill_counts (GtkBox                *box,
                        const PazImportCounts *counts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  add_count (box, counts->n_new, C_("rows", "New"));
  add_count (box, counts->n_changed, C_("rows", "Changed"));
  add_count (box, counts->n_same, C_("rows", "Same as before"));
  add_count (box, counts->n_refused, C_("rows", "Refused"));
  add_count (box, counts->n_gone, C_("rows", "No longer there"));
}

static void
set_rows (GtkColumnView *view,
          GListStore    *rows)
{
  GtkNoSelection *model = gtk_no_selection_new (G_LIST_MODEL (rows));

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
}

static gboolean
has_columns (GtkColumnView *view)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (view)) > 0;
}

/* Figures and records are changed in different columns. */
static void
clear_columns (GtkColumnView *view)
{
  while (has_columns (view))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), 0);

      gtk_column_view_remove_column (view, column);
    }
}

void
paz_import_fill_refusals (GtkColumnView *view,
                          PazImport     *import)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  GPtrArray *refusals = paz_import_get_refusals (import);
  GListStore *rows = g_list_store_new (PAZ_TYPE_TEXT_ROW);

  if (!has_columns (view))
    {
      paz_text_row_add_column (view, C_("table", "Row"), 0, 80, TRUE);
      paz_text_row_add_column (view, C_("table", "Why It Is Refused"), 1, 0, FALSE);
    }

  for (guint i = 0; i < refusals->len; i++)
    {
      const PazRefusal *refusal = g_ptr_array_index (refusals, i);
      char *texts[] = {
        paz_catalogue_dup_integer (catalogue, refusal->row),
        paz_refusal_dup_text (refusal, catalogue),
      };
      g_autoptr (PazTextRow) row = paz_text_row_new (texts, G_N_ELEMENTS (texts));

      g_list_store_append (rows, row);
    }

  set_rows (view, rows);
}

/* "12 → 15"; a dash where there was or is nothing. */
static char *
dup_change_text (gint64 before,
                 gint64 after)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *from = before >= 0 ? paz_catalogue_dup_integer (catalogue, before) : g_strdup ("–");
  g_autofree char *to = after >= 0 ? paz_catalogue_dup_integer (catalogue, after) : g_strdup ("–");

  return g_strdup_printf ("%s → %s", from, to);
}

void
paz_import_fill_changes (GtkColumnView *view,
                         PazImport     *import)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  GPtrArray *changes = paz_import_get_changes (import);
  GListStore *rows = g_list_store_new (PAZ_TYPE_TEXT_ROW);

  clear_columns (view);
  paz_text_row_add_column (view, C_("table", "Month"), 0, 140, FALSE);
  paz_text_row_add_column (view, C_("table", "Contributor"), 1, 0, FALSE);
  paz_text_row_add_column (view, C_("table", "Mission"), 2, 110, FALSE);
  paz_text_row_add_column (view, C_("table", "Type"), 3, 80, FALSE);
  paz_text_row_add_column (view, C_("table", "Women"), 4, 120, TRUE);
  paz_text_row_add_column (view, C_("table", "Men"), 5, 120, TRUE);

  for (guint i = 0; i < changes->len; i++)
    {
      const PazImportChange *change = g_ptr_array_index (changes, i);
      char *texts[] = {
        dup_month_text (change->month),
        paz_catalogue_dup_country (catalogue, change->contributor),
        g_strdup (change->mission),
        g_strdup (change->type),
        dup_change_text (change->old_female, change->new_female),
        dup_change_text (change->old_male, change->new_male),
      };
      g_autoptr (PazTextRow) row = paz_text_row_new (texts, G_N_ELEMENTS (texts));

      g_list_store_append (rows, row);
    }

  set_rows (view, rows);
}

/* "–" where nothing stood. */
static char *
dup_value_text (PazStore       *store,
                const PazKind  *kind,
                const PazField *field,
                GVariant       *value)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();

  if (value == NULL)
    return g_strdup ("–");
  if (field->type == PAZ_VALUE_LINK && paz_value_get_state (value) == PAZ_STATE_KNOWN)
    return paz_store_dup_title (store, g_variant_get_string (value, NULL), catalogue);

  return paz_value_dup_display (field, kind, value, catalogue);
}

void
paz_import_fill_field_changes (GtkColumnView *view,
                               PazImport     *import,
                               PazStore      *store)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazKind *kind = paz_import_get_kind (import);
  GPtrArray *changes = paz_import_get_field_changes (import);
  GListStore *rows = g_list_store_new (PAZ_TYPE_TEXT_ROW);

  clear_columns (view);
  paz_text_row_add_column (view, C_("table", "Row"), 0, 80, TRUE);
  paz_text_row_add_column (view, C_("table", "Record"), 1, 200, FALSE);
  paz_text_row_add_column (view, C_("table", "Field"), 2, 150, FALSE);
  paz_text_row_add_column (view, C_("table", "Before"), 3, 0, FALSE);
  paz_text_row_add_column (view, C_("table", "After"), 4, 0, FALSE);

  for (guint i = 0; i < changes->len; i++)
    {
      const PazImportFieldChange *change = g_ptr_array_index (changes, i);
      const char *context = paz_field_get_context (change->field, kind);
      char *texts[] = {
        paz_catalogue_dup_integer (catalogue, change->row),
        g_strdup (change->name),
        g_strdup (paz_catalogue_ptext (catalogue, context, change->field->label)),
        dup_value_text (store, kind, change->field, change->before),
        dup_value_text (store, kind, change->field, change->after),
      };
      g_autoptr (PazTextRow) row = paz_text_row_new (texts, G_N_ELEMENTS (texts));

      g_list_store_append (rows, row);
    }

  set_rows (view, rows);
}

gboolean
paz_import_has_findings (PazImport *import)
{
  return paz_import_get_names (import)->len + paz_import_get_evidence (import)->len
         + paz_import_get_differences (import)->len + paz_import_get_unchecked (import)->len
         + paz_import_get_absent (import)->len > 0;
}

static void
add_finding (GListStore *rows,
             const char *column,
             char       *text,
             char       *n_rows)
{
  char *texts[] = { g_strdup (column), text, n_rows };
  g_autoptr (PazTextRow) row = paz_text_row_new (texts, G_N_ELEMENTS (texts));

  g_list_store_append (rows, row);
}

static void
add_names (GListStore *rows,
           PazImport  *import)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  GPtrArray *names = paz_import_get_names (import);

  for (guint i = 0; i < names->len; i++)
    {
      const PazImportName *name = names->pdata[i];
      g_autofree char *suggestions = g_strjoinv (", ", name->suggestions);

      add_finding (rows, _("Name"),
                   *suggestions != '\0' ? g_strdup_printf (_("“%1$s” is not known here. Perhaps %2$s?"), name->name, suggestions)
                                       : g_strdup_printf (_("“%s” is not known here."), name->name),
                   paz_catalogue_dup_integer (catalogue, name->n_rows));
    }
}

static void
add_findings (GListStore *rows,
              PazImport  *import)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  GPtrArray *evidence = paz_import_get_evidence (import);
  GPtrArray *differences = paz_import_get_differences (import);
  GPtrArray *absent = paz_import_get_absent (import);
  GArray *unchecked = paz_import_get_unchecked (import);

  for (guint i = 0; i < evidence->len; i++)
    add_finding (rows, _("Evidence"), paz_import_evidence_dup_text (evidence->pdata[i], catalogue), g_strdup (""));
  for (guint i = 0; i < absent->len; i++)
    add_finding (rows, _("Missing"), g_strdup_printf (_("The file does not have %s."), (char *) absent->pdata[i]), g_strdup (""));
  for (guint i = 0; i < differences->len; i++)
    add_finding (rows, _("Difference"), paz_import_difference_dup_text (differences->pdata[i], catalogue), g_strdup (""));
  for (guint i = 0; i < unchecked->len; i++)
    {
      g_autofree char *month = dup_month_text (g_array_index (unchecked, guint16, i));

      add_finding (rows, _("Not compared"), g_strdup_printf (_("%s: there are no figures here to compare with."), month),
                   g_strdup (""));
    }
}

void
paz_import_fill_kept (GtkColumnView *view,
                      PazImport     *import)
{
  GPtrArray *kept = paz_import_get_kept (import);
  GListStore *rows = g_list_store_new (PAZ_TYPE_TEXT_ROW);

  if (!has_columns (view))
    {
      paz_text_row_add_column (view, C_("table", "Column"), 0, 200, FALSE);
      paz_text_row_add_column (view, C_("table", "Text"), 1, 0, FALSE);
      paz_text_row_add_column (view, C_("table", "Rows"), 2, 80, TRUE);
    }

  add_names (rows, import);
  add_findings (rows, import);
  for (guint i = 0; i < kept->len; i++)
    {
      const PazImportKept *one = g_ptr_array_index (kept, i);
      char *texts[] = {
        g_strdup (one->column),
        g_strdup (one->value),
        paz_catalogue_dup_integer (paz_words_get_catalogue (), one->n_rows),
      };
      g_autoptr (PazTextRow) row = paz_text_row_new (texts, G_N_ELEMENTS (texts));

      g_list_store_append (rows, row);
    }

  set_rows (view, rows);
}

/* In words, joined by commas. */
static char *
dup_types_text (char **types)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n;
  const PazPersonnelType *known = paz_personnel_list_types (&n);

  for (guint i = 0; types[i] != NULL; i++)
    {
      int found = paz_personnel_find_type (types[i]);

      g_ptr_array_add (names, found >= 0 ? (char *) paz_catalogue_ptext (paz_words_get_catalogue (), "personnel type", known[found].label)
                                         : types[i]);
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
dup_countries_text (char **contributors)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; contributors[i] != NULL; i++)
    g_ptr_array_add (names, paz_catalogue_dup_country (paz_words_get_catalogue (), contributors[i]));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static void
show_column (GtkColumnView *view,
             guint          position,
             gboolean       shown)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), position);

  gtk_column_view_column_set_visible (column, shown);
}

void
paz_import_fill_losses (GtkColumnView *view,
                        PazImport     *import,
                        gboolean      *loses_types,
                        gboolean      *loses_contributors)
{
  GPtrArray *losses = paz_import_get_losses (import);
  GListStore *rows = g_list_store_new (PAZ_TYPE_TEXT_ROW);

  *loses_types = *loses_contributors = FALSE;
  if (!has_columns (view))
    {
      paz_text_row_add_column (view, C_("table", "Month"), 0, 140, FALSE);
      paz_text_row_add_column (view, C_("table", "Personnel Types"), 1, 0, FALSE);
      paz_text_row_add_column (view, C_("table", "Contributors"), 2, 0, FALSE);
    }

  for (guint i = 0; i < losses->len; i++)
    {
      const PazImportLoss *loss = g_ptr_array_index (losses, i);
      char *texts[] = { dup_month_text (loss->month), dup_types_text (loss->types), dup_countries_text (loss->contributors) };
      g_autoptr (PazTextRow) row = paz_text_row_new (texts, G_N_ELEMENTS (texts));

      *loses_types = *loses_types || loss->types[0] != NULL;
      *loses_contributors = *loses_contributors || loss->contributors[0] != NULL;
      g_list_store_append (rows, row);
    }

  show_column (view, 1, *loses_types);
  show_column (view, 2, *loses_contributors);
  set_rows (view, rows);
}
