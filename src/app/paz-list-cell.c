#include "paz-list-cell.h"

#include "paz-list-remark.h"
#include "paz-tip.h"
#include "paz-words.h"
#include "store/paz-filter.h"

#define SPACING 6
/* Room for words, below which the language beside them is left out. */
#define LEAST_WORDS 48

struct _PazListCell
{
  GtkWidget parent_instance;

  PazStore *store;
  const PazField *field;
  PazListCellFlags flags;
  const PazListLayout *layout;
  PazListRow *row;
  gulong watch;              /* on the row */

  char *text;                /* NULL: no words, or a heading's */
  PangoLayout *words;        /* of the text, once it was drawn */
  int room;                  /* for them */
  gboolean blank;            /* no record, no group */
  gboolean deep;             /* what stands in the record may be doubtful */
  GtkWidget *mark;           /* language of the text, or "stale"; NULL until it is needed */
  GtkWidget *level;          /* the same */
  GtkWidget *remark;         /* "unchecked" or "doubtful"; the same */
  GtkWidget *heading;        /* of a group; the same */
  GtkWidget *arrow;
  GtkWidget *name;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (PazListCell, paz_list_cell, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void look_closely_cb (GtkWidget *widget);

/* ---- words ---- */

/* Drawn by the cell itself: a widget more for each of some two thousand would be felt. */
static void
set_text (PazListCell *self,
          const char  *text)
{
  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A line of words of any length is as high as the font, which is that of the whole list: its context tells
 * when it is another. To ask for the font's measures costs more than all the rest of a cell. */
static int
get_line_height (GtkWidget *widget)
{
  static PangoContext *context;   /* not held: only its address is compared */
  static guint serial;
  static int height;
  GtkWidget *view = gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW);
  PangoContext *asked = gtk_widget_get_pango_context (view != NULL ? view : widget);
  PangoFontMetrics *metrics;

  if (asked == context && pango_context_get_serial (asked) == serial)
    return height;
  metrics = pango_context_get_metrics (asked, NULL, NULL);
  height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  context = asked;
  serial = pango_context_get_serial (asked);

  return height;
}

static PangoLayout *
get_words (PazListCell *self)
{
  if (self->words != NULL)
    return self->words;

  self->words = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_single_paragraph_mode (self->words, TRUE);
  pango_layout_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  if ((self->flags & PAZ_LIST_CELL_NUMBER) != 0)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (self->words, attributes);
    }

  return self->words;
}

static void
draw_words (PazListCell *self,
            GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoLayout *words = get_words (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean at_end = (self->flags & PAZ_LIST_CELL_NUMBER) != 0;
  PangoRectangle size;
  GdkRGBA color;

  pango_layout_set_width (words, self->room * PANGO_SCALE);
  pango_layout_get_pixel_extents (words, NULL, &size);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (at_end != rtl ? self->room - size.width - size.x : -size.x,
                                                (gtk_widget_get_height (widget) - size.height) / 2));
  gtk_snapshot_append_layout (snapshot, words, &color);
  gtk_snapshot_restore (snapshot);
}

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
  int size = orientation == GTK_ORIENTATION_VERTICAL ? get_line_height (widget) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    size = MAX (size, get_natural (child, GTK_ORIENTATION_VERTICAL));

  /* Columns have fixed widths; the cell asks for none. */
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? size : 0;
  *minimum_baseline = *natural_baseline = -1;
}

/* At the right end, and *width is what remains; not there at all where less than least would remain. */
static void
allocate_at_end (GtkWidget *child,
                 int       *width,
                 int        height,
                 int        least)
{
  int own, tall;

  if (child == NULL || !gtk_widget_get_visible (child))
    return;
  /* A child that is told not to be seen measures nothing. */
  gtk_widget_set_child_visible (child, TRUE);
  own = get_natural (child, GTK_ORIENTATION_HORIZONTAL);
  tall = get_natural (child, GTK_ORIENTATION_VERTICAL);
  if (*width - own < least)
    {
      gtk_widget_set_child_visible (child, FALSE);
      return;
    }
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

  allocate_at_end (self->level, &width, height, 0);
  allocate_at_end (self->remark, &width, height, 0);
  allocate_at_end (self->mark, &width, height, LEAST_WORDS);
  self->room = width;
  /* Over the cells beside it, which are empty. */
  if (self->heading != NULL && gtk_widget_should_layout (self->heading))
    gtk_widget_size_allocate (self->heading,
                              &(GtkAllocation) { 0, 0, get_natural (self->heading, GTK_ORIENTATION_HORIZONTAL), height }, -1);
}

static void
paz_list_cell_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PazListCell *self = PAZ_LIST_CELL (widget);

  if (self->text != NULL && self->room > 0)
    draw_words (self, snapshot);
  GTK_WIDGET_CLASS (paz_list_cell_parent_class)->snapshot (widget, snapshot);
}

/* Records inside the one that is shown may have changed meanwhile. */
static void
store_changed_cb (PazListCell *self)
{
  GObject *item = gtk_widget_get_mapped (GTK_WIDGET (self)) ? paz_list_cell_get_item (self) : NULL;

  if (item != NULL && PAZ_IS_RECORD (item))
    paz_list_remark_look_later (GTK_WIDGET (self), look_closely_cb);
}

static void
paz_list_cell_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (paz_list_cell_parent_class)->map (widget);
  if (PAZ_LIST_CELL (widget)->deep)
    store_changed_cb (PAZ_LIST_CELL (widget));
}

/* Another font, perhaps. */
static void
paz_list_cell_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (paz_list_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&PAZ_LIST_CELL (widget)->words);
}

static void
paz_list_cell_system_setting_changed (GtkWidget        *widget,
                                      GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (paz_list_cell_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&PAZ_LIST_CELL (widget)->words);
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

/* ---- what ought to be looked at again ---- */

/* A sign alone: the words have little room. What it means is in its tip and read aloud. */
static void
show_remark (PazListCell *self,
             const char  *sign,
             const char  *word,
             const char  *lines)
{
  gboolean some = sign != NULL;

  if (self->remark == NULL && some)
    self->remark = add_label (self, "remark-mark");
  if (self->remark == NULL)
    return;
  gtk_widget_set_visible (self->remark, some);
  gtk_label_set_label (GTK_LABEL (self->remark), some ? sign : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remark), GTK_ACCESSIBLE_PROPERTY_LABEL, some ? word : "", -1);
  paz_tip_set (self->remark, lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, some ? lines : "", -1);
}

static void
look_at (PazListCell *self,
         PazRecord   *record,
         gboolean     closely)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean doubtful = closely && paz_list_remark_add_doubts (self->store, record, lines);
  gboolean unchecked = paz_list_remark_add_unchecked (record, lines);

  show_remark (self, doubtful ? "!" : unchecked ? "?" : NULL,
               doubtful ? C_("record mark", "Doubtful") : C_("record mark", "Unchecked"), lines->str);
}

static void
look_closely_cb (GtkWidget *widget)
{
  PazListCell *self = PAZ_LIST_CELL (widget);
  GObject *item = self->row != NULL ? paz_list_row_get_item (self->row) : NULL;

  if (item != NULL && PAZ_IS_RECORD (item))
    look_at (self, PAZ_RECORD (item), TRUE);
}

static void
update_remark (PazListCell *self,
               PazRecord   *record)
{
  if ((self->flags & PAZ_LIST_CELL_NAMES) == 0)
    return;
  look_at (self, record, FALSE);
  paz_list_remark_look_later (GTK_WIDGET (self), look_closely_cb);
}

static void
show_record (PazListCell *self,
             PazRecord   *record)
{
  g_autofree char *text = paz_store_dup_display (self->store, record, self->field, paz_words_get_catalogue ());

  set_text (self, text);
  update_mark (self, record);
  update_level (self, record);
  update_remark (self, record);
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
  /* The list is still grouped for a moment when the person has undone it. */
  const PazField *field = self->layout->group;
  g_autofree char *name = field == NULL ? g_strdup (key)
                          : *key != '\0' ? paz_store_dup_plain_display (self->store, self->layout->kind, field, key, catalogue)
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
  paz_list_remark_forget (GTK_WIDGET (self));
  g_clear_signal_handler (&self->watch, self->row);
  paz_list_row_release (self->row);
  g_clear_object (&self->row);
}

static void
show_nothing (PazListCell *self)
{
  set_text (self, NULL);
  if (self->mark != NULL)
    gtk_widget_set_visible (self->mark, FALSE);
  if (self->level != NULL)
    gtk_widget_set_visible (self->level, FALSE);
  show_remark (self, NULL, NULL, NULL);
}

/* Below the last record nothing is to be seen, not even the row. */
static void
set_is_blank (PazListCell *self,
              gboolean     blank)
{
  GtkWidget *row = get_row (self);

  self->blank = blank;
  if (row == NULL || (self->flags & PAZ_LIST_CELL_FIRST) == 0)
    return;
  if (blank)
    gtk_widget_add_css_class (row, "blank-row");
  else
    gtk_widget_remove_css_class (row, "blank-row");
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
  if (self->blank != (item == NULL))
    set_is_blank (self, item == NULL);
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
  g_clear_object (&self->words);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (paz_list_cell_parent_class)->dispose (object);
}

static void
paz_list_cell_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, PAZ_LIST_CELL (object)->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_list_cell_class_init (PazListCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_list_cell_dispose;
  G_OBJECT_CLASS (klass)->get_property = paz_list_cell_get_property;
  widget_class->map = paz_list_cell_map;
  widget_class->snapshot = paz_list_cell_snapshot;
  widget_class->css_changed = paz_list_cell_css_changed;
  widget_class->system_setting_changed = paz_list_cell_system_setting_changed;
  widget_class->measure = paz_list_cell_measure;
  widget_class->size_allocate = paz_list_cell_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
paz_list_cell_init (PazListCell *self)
{
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
  self->deep = (flags & PAZ_LIST_CELL_NAMES) != 0 && layout->kind->doubt != NULL;
  if (self->deep)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
