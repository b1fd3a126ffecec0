#include "paz-paste-columns.h"

#include "paz-field-editor.h"
#include "paz-paste-view.h"
#include "paz-word-list.h"
#include "paz-words.h"

/* Drop-downs are heavy; a block of more columns is mended where it comes from. */
#define MAX_COLUMNS 60

struct _PazPasteColumns
{
  GtkWidget       *box;
  GArray          *targets;    /* PazPasteTarget, as the drop-downs offer them */
  GPtrArray       *lists;      /* GtkDropDown */
  GPtrArray       *samples;    /* GtkLabel */
  PazTargetChosen  chosen;
  gpointer         data;
  gboolean         showing;
};

static void
add_target (PazPasteColumns *self,
            PazPasteTarget   target)
{
  g_array_append_val (self->targets, target);
}

static void
list_targets (PazPasteColumns *self,
              const PazKind   *kind)
{
  add_target (self, (PazPasteTarget) { FALSE, NULL, -1 });
  add_target (self, (PazPasteTarget) { TRUE, NULL, -1 });
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      if (!paz_paste_takes_field (field))
        continue;
      add_target (self, (PazPasteTarget) { FALSE, field, -1 });
      for (int language = 0; field->type == PAZ_VALUE_TRILINGUAL && language < PAZ_N_LANGUAGES; language++)
        add_target (self, (PazPasteTarget) { FALSE, field, language });
    }
}

static GtkStringList *
make_words (PazPasteColumns *self,
            const PazKind   *kind)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->targets->len; i++)
    {
      g_autofree char *word = paz_paste_dup_target (kind, g_array_index (self->targets, PazPasteTarget, i));

      gtk_string_list_append (words, word);
    }

  return words;
}

static guint
find_target (PazPasteColumns *self,
             PazPasteTarget   target)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      PazPasteTarget other = g_array_index (self->targets, PazPasteTarget, i);

      if (other.is_id == target.is_id && other.field == target.field && other.language == target.language)
        return i;
    }

  return 0;
}

static void
selected_cb (GtkDropDown     *list,
             GParamSpec      *pspec,
             PazPasteColumns *self)
{
  guint column;

  if (self->showing || !g_ptr_array_find (self->lists, list, &column))
    return;
  self->chosen (column, g_array_index (self->targets, PazPasteTarget, gtk_drop_down_get_selected (list)), self->data);
}

/* "Column 3", or what the heading says. */
static char *
dup_name (PazPaste *paste,
          guint     column)
{
  g_autofree char *heading = paz_paste_dup_heading (paste, column);
  g_autofree char *number = NULL;

  if (*heading != '\0')
    return g_steal_pointer (&heading);
  number = paz_catalogue_dup_integer (paz_words_get_catalogue (), column + 1);

  return g_strdup_printf (_("Column %s"), number);
}

static char *
dup_sample (PazPaste *paste,
            guint     column)
{
  PazBlock *block = paz_paste_get_block (paste);

  for (guint row = paz_paste_get_n_headings (paste); row < paz_block_get_n_rows (block) && row < 50; row++)
    if (*paz_block_get_text (block, row, column) != '\0')
      return g_strdelimit (g_strdup (paz_block_get_text (block, row, column)), "\n\t", ' ');

  return g_strdup ("");
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_column (PazPasteColumns *self,
            GtkStringList   *words)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = make_label ("heading");
  GtkWidget *sample = make_label ("dim-label");
  GtkWidget *list = paz_word_list_new (g_object_ref (words));

  gtk_widget_add_css_class (sample, "caption");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), sample);
  gtk_box_append (GTK_BOX (row), list);
  paz_field_label_lead_to (name, list);
  gtk_box_append (GTK_BOX (self->box), row);
  g_object_set_data (G_OBJECT (sample), "name", name);
  g_ptr_array_add (self->lists, list);
  g_ptr_array_add (self->samples, sample);
  g_signal_connect (list, "notify::selected", G_CALLBACK (selected_cb), self);
}

PazPasteColumns *
paz_paste_columns_new (PazPaste        *paste,
                       PazTargetChosen  chosen,
                       gpointer         data)
{
  PazPasteColumns *self = g_new0 (PazPasteColumns, 1);
  g_autoptr (GtkStringList) words = NULL;
  guint n = MIN (paz_block_get_n_columns (paz_paste_get_block (paste)), MAX_COLUMNS);

  self->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->targets = g_array_new (FALSE, FALSE, sizeof (PazPasteTarget));
  self->lists = g_ptr_array_new ();
  self->samples = g_ptr_array_new ();
  self->chosen = chosen;
  self->data = data;
  list_targets (self, paz_paste_get_kind (paste));
  words = make_words (self, paz_paste_get_kind (paste));
  self->showing = TRUE;
  for (guint i = 0; i < n; i++)
    add_column (self, words);
  self->showing = FALSE;
  paz_paste_columns_show (self, paste);

  return self;
}

void
paz_paste_columns_free (PazPasteColumns *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->lists, i), self);
  g_object_unref (self->box);
  g_array_unref (self->targets);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->samples);
  g_free (self);
}

GtkWidget *
paz_paste_columns_get_widget (PazPasteColumns *self)
{
  return self->box;
}

void
paz_paste_columns_show (PazPasteColumns *self,
                        PazPaste        *paste)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->lists->len; i++)
    {
      GtkWidget *sample = g_ptr_array_index (self->samples, i);
      g_autofree char *name = dup_name (paste, i);
      g_autofree char *text = dup_sample (paste, i);

      gtk_label_set_text (GTK_LABEL (g_object_get_data (G_OBJECT (sample), "name")), name);
      gtk_label_set_text (GTK_LABEL (sample), text);
      gtk_drop_down_set_selected (g_ptr_array_index (self->lists, i),
                                  find_target (self, paz_paste_get_target (paste, i)));
    }
  self->showing = FALSE;
}
