#include "paz-text-points.h"

#include "model/paz-brackets.h"
#include "paz-tip.h"
#include "paz-words.h"

#include <adwaita.h>

#define WORDS 60

struct _PazTextPoints
{
  GtkWidget    parent_instance;

  GtkWidget   *button;
  GtkWidget   *line;       /* in the button: it gives way where the text is narrow */
  GtkWidget   *loose;      /* says gently that a bracket stands alone */
  GtkTextView *view;       /* lent: it lives as long as this */
  GtkTextTag  *points[2];  /* of somebody, by whether the depth is odd */
  GtkTextTag  *nobody;
  GtkTextTag  *who;
  GtkTextTag  *alone;
  char        *text;       /* as the points below lie in it */
  GPtrArray   *found;
  guint        idle;
};

G_DEFINE_FINAL_TYPE (PazTextPoints, paz_text_points, GTK_TYPE_WIDGET)

/* ---- colours ---- */

/* The letters keep the theme's colour; what lies behind them is faint enough for both. */
static void
set_background (GtkTextTag *tag,
                const char *colour,
                float       alpha)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, colour);
  rgba.alpha = alpha;
  g_object_set (tag, "background-rgba", &rgba, NULL);
}

static void
colour (PazTextPoints *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  float alpha = contrast ? 0.5f : dark ? 0.35f : 0.28f;

  set_background (self->points[0], dark ? "#e5a50a" : "#f6d32d", alpha);
  set_background (self->points[1], dark ? "#1c71d8" : "#62a0ea", alpha);
  set_background (self->nobody, "#9a9996", alpha);
  g_object_set (self->alone, "underline", PANGO_UNDERLINE_ERROR, NULL);
  g_object_set (self->who, "weight", PANGO_WEIGHT_BOLD,
                "underline", contrast ? PANGO_UNDERLINE_SINGLE : PANGO_UNDERLINE_NONE, NULL);
}

static void
make_tags (PazTextPoints *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  self->nobody = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->points[0] = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->points[1] = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->who = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->alone = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  colour (self);
}

/* ---- places ---- */

static void
get_iter (PazTextPoints *self,
          gsize          byte,
          GtkTextIter   *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), iter,
                                      (int) g_utf8_pointer_to_offset (self->text, self->text + byte));
}

static void
apply (PazTextPoints *self,
       GtkTextTag    *tag,
       gsize          from,
       gsize          to)
{
  GtkTextIter start, end;

  get_iter (self, from, &start);
  get_iter (self, to, &end);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (self->view), tag, &start, &end);
}

static void
clear_tags (PazTextPoints *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextTag *tags[] = { self->nobody, self->points[0], self->points[1], self->who, self->alone };
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_text_buffer_remove_tag (buffer, tags[i], &start, &end);
}

static void
mark (PazTextPoints    *self,
      const PazBracket *bracket)
{
  if (bracket->type != PAZ_BRACKET_OPEN_POINT)
    {
      apply (self, self->alone, bracket->start, bracket->start + 1);
      return;
    }
  apply (self, bracket->who[0] != NULL ? self->points[bracket->depth % 2] : self->nobody, bracket->start, bracket->end);
  if (bracket->who[0] != NULL)
    apply (self, self->who, bracket->start + 1, bracket->body);
}

/* ---- the line ---- */

/* "ARG, CHL": each once, in the order of the text. */
static char *
dup_everybody (PazTextPoints *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->found->len; i++)
    {
      const PazBracket *bracket = self->found->pdata[i];

      for (guint j = 0; bracket->who[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (names, bracket->who[j], g_str_equal, NULL))
          g_ptr_array_add (names, bracket->who[j]);
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static void
show_line (PazTextPoints *self)
{
  g_autofree char *everybody = dup_everybody (self);
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  guint n = 0;
  gboolean alone = FALSE;

  for (guint i = 0; i < self->found->len; i++)
    if (((PazBracket *) self->found->pdata[i])->type == PAZ_BRACKET_OPEN_POINT)
      n++;
    else
      alone = TRUE;
  count = g_strdup_printf (ngettext ("%u open point", "%u open points", n), n);
  /* Translators: "2 open points · ARG, CHL" */
  label = *everybody != '\0' ? g_strdup_printf (C_("open points", "%s · %s"), count, everybody) : g_strdup (count);
  gtk_label_set_text (GTK_LABEL (self->line), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->button, n > 0);
  gtk_widget_set_visible (self->loose, alone);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || alone);
}

static char *
dup_text (PazTextPoints *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
refresh (PazTextPoints *self)
{
  gboolean had = self->found != NULL && self->found->len > 0;

  g_free (self->text);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->text = dup_text (self);
  self->found = paz_brackets_find (self->text);
  if (had)
    clear_tags (self);
  for (guint i = 0; i < self->found->len; i++)
    mark (self, self->found->pdata[i]);
  show_line (self);
}

static gboolean
refresh_cb (gpointer data)
{
  PazTextPoints *self = data;

  self->idle = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (PazTextPoints *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* ---- the list ---- */

static void
jump_cb (PazTextPoints *self,
         GtkListBoxRow *row)
{
  const PazBracket *bracket = g_object_get_data (G_OBJECT (row), "bracket");
  GtkTextIter start, end;

  get_iter (self, bracket->start, &start);
  get_iter (self, bracket->end, &end);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (self->view), &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static GtkWidget *
make_row (PazTextPoints    *self,
          const PazBracket *bracket)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *who = paz_bracket_dup_who (bracket);
  g_autofree char *words = paz_bracket_dup_words (bracket, self->text);
  const char *name = *who != '\0' ? who : C_("open point", "Nobody named");
  g_autofree char *spoken = g_strdup_printf (C_("open point", "%s: %s"), name, words);
  GtkWidget *by = gtk_label_new (name);
  GtkWidget *what = gtk_label_new (words);

  gtk_widget_add_css_class (by, *who != '\0' ? "heading" : "dim-label");
  gtk_widget_set_valign (by, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (what), WORDS);
  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_widget_set_margin_start (box, 6 + (int) bracket->depth * 18);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (box), by);
  gtk_box_append (GTK_BOX (box), what);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "bracket", (gpointer) bracket);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static void
create_list_cb (GtkMenuButton *button,
                gpointer       data)
{
  PazTextPoints *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  if (self->idle != 0)
    {
      g_clear_handle_id (&self->idle, g_source_remove);
      refresh (self);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open points"), -1);
  for (guint i = 0; i < self->found->len; i++)
    if (((PazBracket *) self->found->pdata[i])->type == PAZ_BRACKET_OPEN_POINT)
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, self->found->pdata[i]));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (jump_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

/* ---- widget ---- */

static void
paz_text_points_dispose (GObject *object)
{
  PazTextPoints *self = PAZ_TEXT_POINTS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_text_points_parent_class)->dispose (object);
}

static void
paz_text_points_finalize (GObject *object)
{
  PazTextPoints *self = PAZ_TEXT_POINTS (object);

  g_free (self->text);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_text_points_parent_class)->finalize (object);
}

static void
paz_text_points_class_init (PazTextPointsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_text_points_dispose;
  G_OBJECT_CLASS (klass)->finalize = paz_text_points_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
paz_text_points_init (PazTextPoints *self)
{
  self->line = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->line), PANGO_ELLIPSIZE_END);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->line);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "paz-points");
  paz_tip_set (self->button, _("What is not agreed in this text"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_list_cb, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  self->loose = gtk_label_new (_("A bracket stands alone"));
  gtk_label_set_ellipsize (GTK_LABEL (self->loose), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->loose, "caption");
  gtk_widget_add_css_class (self->loose, "dim-label");
  gtk_widget_set_margin_start (self->loose, 9);
  gtk_widget_set_parent (self->loose, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
paz_text_points_new (GtkTextView *view)
{
  PazTextPoints *self = g_object_new (PAZ_TYPE_TEXT_POINTS, NULL);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->view = view;
  make_tags (self);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (colour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (colour), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
