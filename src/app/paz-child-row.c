#include "paz-child-row.h"

#include "paz-field-look.h"
#include "paz-words.h"

static void
attach_cell (GtkGrid        *grid,
             const PazField *field,
             const char     *text,
             int            *column)
{
  GtkWidget *cell = gtk_label_new (text);
  int weight = paz_field_get_look (field).weight;

  gtk_label_set_xalign (GTK_LABEL (cell), 0);
  gtk_label_set_yalign (GTK_LABEL (cell), 0);
  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (cell), 3);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_grid_attach (grid, cell, *column, 0, weight, 1);
  *column += weight;
}

static gboolean
is_column (const PazField *field)
{
  return (field->flags & PAZ_FIELD_LISTED) != 0 && field->until == 0;
}

GtkWidget *
paz_child_row_new (PazStore  *store,
                   PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GString) name = g_string_new (NULL);
  int column = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (!is_column (&kind->fields[i]))
        continue;
      text = paz_store_dup_display (store, record, &kind->fields[i], paz_words_get_catalogue ());
      attach_cell (GTK_GRID (grid), &kind->fields[i], text, &column);
      if (*text != '\0')
        g_string_append_printf (name, name->len > 0 ? ", %s" : "%s", text);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);

  return row;
}

void
paz_child_row_fill_head (GtkGrid       *head,
                         const PazKind *kind)
{
  int column = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      if (is_column (field))
        attach_cell (head, field,
                     paz_catalogue_ptext (paz_words_get_catalogue (),
                                          paz_field_get_context (field, kind), field->label),
                     &column);
    }
}
