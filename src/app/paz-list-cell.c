#include "paz-list-cell.h"

#include "paz-words.h"
#include "store/paz-filter.h"

#define SPACING 6

struct _PazListCell
{
  GtkWidget parent_instance;

  PazStore *store;
  const PazField *field;
  PazListCellFlags flags;
  const PazListLayout *layout;
  PazListRow *row;
  gulong watch;              /* on the row */

  GtkWidget *text;
  GtkWidget *mark;           /* language of the text, or "stale"; NULL until it is needed */
  GtkWidget *level;          /* the same */
  GtkWidget *heading;        /* of a group; the same */
  GtkWidget *arrow;
  GtkWidget *name;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (PazListCell, paz_list_cell, GTK_TYPE_WIDGET)

/* ---- room ---- */

static int
get_natural (GtkWidget      *widget,
             GtkOrientation  orientation)
{
  int natural = 0;

  if (widget != NULL && gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static void
paz_list_cell_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  int size = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    size = MAX (size, get_natural (child, GTK_ORIENTATION_VERTICAL));

  /* Columns have fixed widths; the cell asks for none. */
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? size : 0;
  *minimum_baseline = *natural_baseline = -1;
}

/* At the right end, and *width is what remains. */
static void
allocate_at_end (GtkWidget *child,
                 int       *width,
                 int        height)
{
  int own = get_natural (child, GTK_ORIENTATION_HORIZONTAL);
  int tall = get_natural (child, GTK_ORIENTATION_VERTICAL);

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  *width = MAX (0, *width - own);
  gtk_widget_size_allocate (child, &(GtkAllocation) { *width, (height - tall) / 2, own, tall }, -1);
  *width = MAX (0, *width - SPACING);
}

static void
paz_list_cell_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PazListCell *self = PAZ_LIST_CELL (widget);

  allocate_at_end (self->level, &width, height);
  allocate_at_end (self->mark, &width, height);
  if (gtk_widget_should_layout (self->text))
    gtk_widget_size_allocate (self->text, &(GtkAllocation) { 0, 0, width, height }, -1);
  /* Over the cells beside it, which are empty. */
  if (self->heading != NULL && gtk_widget_should_layout (self->heading))
    gtk_widget_size_allocate (self->heading,
                              &(GtkAllocation) { 0, 0, get_natural (self->heading, GTK_ORIENTATION_HORIZONTAL), height }, -1);
}

/* ---- a record ---- */

static GtkWidget *
add_label (PazListCell *self,
           const char  *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
show_mark (PazListCell *self,
           const char  *text,
           const char  *hint)
{
  if (self->mark == NULL && text != NULL)
    self->mark = add_label (self, "language-mark");
  if (self->mark == NULL)
    return;

  gtk_widget_set_visible (self->mark, text != NULL);
  gtk_label_set_label (GTK_LABEL (self->mark), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->mark, hint);
}

/* Beside a text that is not quite the one asked for. */
static void
update_mark (PazListCell *self,
             PazRecord   *record)
{
  PazLanguage wanted = paz_words_get_language ();
  g_autoptr (PazTrilingual) text = NULL;
  g_autofree char *code = NULL;
  g_autofree char *hint = NULL;
  PazLanguage shown;

  if (self->field->type != PAZ_VALUE_TRILINGUAL)
    return;
  text = paz_trilingual_from_value (paz_record_get_value (record, self->field));
  if (paz_trilingual_get_best (text, wanted, &shown) == NULL)
    show_mark (self, NULL, NULL);
  else if (shown != wanted)
    {
      code = g_ascii_strup (paz_language_get_code (shown), -1);
      hint = g_strdup_printf (_("There is no text in your language yet; this one is in %s."),
                              paz_language_get_name (shown));
      show_mark (self, code, hint);
    }
  else if (paz_trilingual_get_state (text, shown) == PAZ_TRANSLATION_STALE)
    show_mark (self, C_("translation", "stale"),
               _("The text in the source language was changed after this translation was made."));
  else
    show_mark (self, NULL, NULL);
}

/* What only some may see looks otherwise than the rest of the list. */
static void
update_level (PazListCell *self,
              PazRecord   *record)
{
  PazLevel level = paz_record_get_level (record);
  gboolean narrow = level == PAZ_LEVEL_NAMED || level == PAZ_LEVEL_NATIONAL;

  if ((self->flags & PAZ_LIST_CELL_NAMES) == 0 || (!narrow && self->level == NULL))
    return;
  if (self->level == NULL)
    self->level = add_label (self, "level-mark");

  gtk_widget_set_visible (self->level, narrow);
  if (!narrow)
    return;
  gtk_label_set_label (GTK_LABEL (self->level), level == PAZ_LEVEL_NATIONAL ? C_("level mark", "National")
                                                                            : C_("level mark", "Named"));
  gtk_widget_set_tooltip_text (self->level, level == PAZ_LEVEL_NATIONAL
                                            ? _("Never leaves this copy.")
                                            : _("Only for the participants in its release list."));
  if (level == PAZ_LEVEL_NATIONAL)
    gtk_widget_add_css_class (self->level, "national");
  else
    gtk_widget_remove_css_class (self->level, "national");
}

static void
show_record (PazListCell *self,
             PazRecord   *record)
{
  g_autofree char *text = paz_store_dup_display (self->store, record, self->field, paz_words_get_catalogue ());

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  update_mark (self, record);
  update_level (self, record);
}

/* ---- a group ---- */

static GtkWidget *
get_row (PazListCell *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));

  return cell != NULL ? gtk_widget_get_parent (cell) : NULL;
}

static void
add_heading (PazListCell *self)
{
  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->arrow = gtk_image_new ();
  self->name = gtk_label_new (NULL);
  self->count = gtk_label_new (NULL);
  g_object_set (self->arrow, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->name, "heading");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (self->heading), self->arrow);
  gtk_box_append (GTK_BOX (self->heading), self->name);
  gtk_box_append (GTK_BOX (self->heading), self->count);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
}

static void
show_group (PazListCell    *self,
            PazRecordGroup *group)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const char *key = paz_record_group_get_key (group);
  gboolean open = paz_record_group_is_open (group);
  g_autofree char *name = *key != '\0' ? paz_store_dup_plain_display (self->store, self->layout->kind, self->layout->group,
                                                                      key, catalogue)
                                       : g_strdup (C_("value", "Not answered"));
  g_autofree char *count = paz_catalogue_dup_integer (catalogue, paz_record_group_get_n_records (group));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
set_is_heading (PazListCell *self,
                gboolean     is_heading)
{
  GtkWidget *row = get_row (self);

  gtk_widget_set_visible (self->text, !is_heading);
  gtk_widget_set_visible (self->heading, is_heading);
  if (row == NULL)
    return;
  gtk_widget_set_overflow (gtk_widget_get_parent (GTK_WIDGET (self)),
                           is_heading ? GTK_OVERFLOW_VISIBLE : GTK_OVERFLOW_HIDDEN);
  if (is_heading)
    gtk_widget_add_css_class (row, "group-row");
  else
    gtk_widget_remove_css_class (row, "group-row");
}

/* ---- the row ---- */

static void
drop_row (PazListCell *self)
{
  if (self->row == NULL)
    return;
  g_clear_signal_handler (&self->watch, self->row);
  paz_list_row_release (self->row);
  g_clear_object (&self->row);
}

static void
show_nothing (PazListCell *self)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), NULL);
  if (self->mark != NULL)
    gtk_widget_set_visible (self->mark, FALSE);
  if (self->level != NULL)
    gtk_widget_set_visible (self->level, FALSE);
}

static void
update (PazListCell *self)
{
  GObject *item = paz_list_row_get_item (self->row);
  gboolean is_group = item != NULL && PAZ_IS_RECORD_GROUP (item);
  gboolean is_heading = is_group && (self->flags & PAZ_LIST_CELL_FIRST) != 0;

  if (is_heading && self->heading == NULL)
    add_heading (self);
  if (self->heading != NULL)
    set_is_heading (self, is_heading);
  if (is_heading)
    show_group (self, PAZ_RECORD_GROUP (item));
  if (item != NULL && !is_group)
    show_record (self, PAZ_RECORD (item));
  else
    show_nothing (self);
}

void
paz_list_cell_set_row (PazListCell *self,
                       PazListRow  *row)
{
  g_return_if_fail (PAZ_IS_LIST_CELL (self));

  if (row == self->row)
    return;
  drop_row (self);
  if (row == NULL)
    return;
  self->row = g_object_ref (row);
  paz_list_row_hold (row);
  self->watch = g_signal_connect_swapped (row, "changed", G_CALLBACK (update), self);
  update (self);
}

GObject *
paz_list_cell_get_item (PazListCell *self)
{
  g_return_val_if_fail (PAZ_IS_LIST_CELL (self), NULL);

  return self->row != NULL ? paz_list_row_get_item (self->row) : NULL;
}

/* ---- object ---- */

static void
paz_list_cell_dispose (GObject *object)
{
  PazListCell *self = PAZ_LIST_CELL (object);
  GtkWidget *child;

  drop_row (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_list_cell_parent_class)->dispose (object);
}

static void
paz_list_cell_class_init (PazListCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_list_cell_dispose;
  widget_class->measure = paz_list_cell_measure;
  widget_class->size_allocate = paz_list_cell_size_allocate;
}

static void
paz_list_cell_init (PazListCell *self)
{
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

GtkWidget *
paz_list_cell_new (PazStore            *store,
                   const PazListLayout *layout,
                   const PazField      *field,
                   PazListCellFlags     flags)
{
  PazListCell *self = g_object_new (PAZ_TYPE_LIST_CELL, NULL);

  self->store = g_object_ref (store);
  self->layout = layout;
  self->field = field;
  self->flags = flags;
  if ((flags & PAZ_LIST_CELL_NUMBER) != 0)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), 1);
      gtk_widget_add_css_class (self->text, "numeric");
    }
  return GTK_WIDGET (self);
}
